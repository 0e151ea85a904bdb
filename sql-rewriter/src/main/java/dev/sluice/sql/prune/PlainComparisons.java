package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/**
 * What every engine prunes by itself: comparisons of the key with literals in the table's own
 * WHERE, joined by AND.
 */
final class PlainComparisons {
  private final BoundQuery bound;
  private final Variable key;
  private final Predicates predicates;

  PlainComparisons(BoundQuery bound, Variable key) {
    this.bound = bound;
    this.key = key;
    this.predicates =
        new Predicates(bound, Lineage.of(bound), key, Domains.NOTHING_KNOWN, Value.UNTOLD);
  }

  KeyValues of(@Nullable SqlNode where) {
    if (!(where instanceof SqlCall call)) {
      return KeyValues.ALL;
    }
    return switch (call.getKind()) {
      case AND -> call.getOperandList().stream().map(this::of).reduce(KeyValues::and).orElseThrow();
      case EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL, NOT_EQUALS ->
          isPlain(call.operand(0), call.operand(1)) || isPlain(call.operand(1), call.operand(0))
              ? predicates.of(call).yes()
              : KeyValues.ALL;
      case BETWEEN ->
          isPlain(call.operand(0), call.operand(1)) && isLiteral(call.operand(2))
              ? predicates.of(call).yes()
              : KeyValues.ALL;
      case IN, NOT_IN ->
          isKey(call.operand(0))
                  && call.operand(1) instanceof SqlNodeList values
                  && values.stream().allMatch(PlainComparisons::isLiteral)
              ? predicates.of(call).yes()
              : KeyValues.ALL;
      default -> KeyValues.ALL;
    };
  }

  private boolean isPlain(SqlNode name, SqlNode literal) {
    return isKey(name) && isLiteral(literal);
  }

  private boolean isKey(SqlNode node) {
    return node instanceof SqlIdentifier id && bound.reference(id).filter(key::is).isPresent();
  }

  private static boolean isLiteral(SqlNode node) {
    return node instanceof SqlCharStringLiteral;
  }
}
