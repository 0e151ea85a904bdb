package dev.sluice.sql.prune;

import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/**
 * Evaluates what pruning adds to a WHERE: comparisons of keys with text or NULL, joined by AND and
 * OR.
 */
final class AddedPredicate {
  private AddedPredicate() {}

  /** Keys without a value in {@code row} make no difference. */
  static boolean holds(SqlNode node, Map<String, String> row) {
    SqlCall call = (SqlCall) node;
    return switch (call.getKind()) {
      case AND -> holds(call.operand(0), row) && holds(call.operand(1), row);
      case OR -> holds(call.operand(0), row) || holds(call.operand(1), row);
      case IS_NULL -> !row.containsKey(name(call.operand(0)));
      default -> compare(call, row);
    };
  }

  /** Whether it lets rows through whose key is NULL. */
  static boolean takesNull(SqlNode node, String key) {
    SqlCall call = (SqlCall) node;
    return switch (call.getKind()) {
      case AND, OR -> takesNull(call.operand(0), key) || takesNull(call.operand(1), key);
      case IS_NULL -> name(call.operand(0)).equals(key);
      default -> false;
    };
  }

  private static String name(SqlNode node) {
    SqlIdentifier id = (SqlIdentifier) node;
    return id.names.get(id.names.size() - 1);
  }

  private static boolean compare(SqlCall call, Map<String, String> row) {
    String value = row.get(name(call.operand(0)));
    if (value == null) {
      return true;
    }
    SqlLiteral bound = call.operand(1);
    int order =
        bound instanceof SqlNumericLiteral
            ? Integer.compare(Integer.parseInt(value), bound.intValue(true))
            : Predicate.compare(value, bound.getValueAs(String.class));
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
