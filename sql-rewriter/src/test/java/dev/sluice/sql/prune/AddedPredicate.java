package dev.sluice.sql.prune;

import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** Evaluates what pruning adds to a WHERE: comparisons of keys with text, joined by AND and OR. */
final class AddedPredicate {
  private AddedPredicate() {}

  /** Keys without a value in {@code row} make no difference. */
  static boolean holds(SqlNode node, Map<String, String> row) {
    SqlCall call = (SqlCall) node;
    return switch (call.getKind()) {
      case AND -> holds(call.operand(0), row) && holds(call.operand(1), row);
      case OR -> holds(call.operand(0), row) || holds(call.operand(1), row);
      default -> compare(call, row);
    };
  }

  private static boolean compare(SqlCall call, Map<String, String> row) {
    SqlIdentifier key = call.operand(0);
    String value = row.get(key.names.get(key.names.size() - 1));
    if (value == null) {
      return true;
    }
    int order = Predicate.compare(value, ((SqlLiteral) call.operand(1)).getValueAs(String.class));
    return switch (call.getKind()) {
      case EQUALS -> order == 0;
      case LESS_THAN -> order < 0;
      case LESS_THAN_OR_EQUAL -> order <= 0;
      case GREATER_THAN -> order > 0;
      case GREATER_THAN_OR_EQUAL -> order >= 0;
      default -> throw new IllegalStateException(call.toString());
    };
  }
}
