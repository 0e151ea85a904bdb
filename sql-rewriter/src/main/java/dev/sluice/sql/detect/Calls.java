package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Looks into bound calls. */
final class Calls {
  private Calls() {}

  /** Whether a call is of a function of one of these names; syntax with words of its own is not. */
  static boolean isOf(SqlCall call, Set<String> functions) {
    return (call.getOperator() instanceof SqlFunction || call.getOperator().isAggregator())
        && functions.contains(name(call));
  }

  static boolean isOf(SqlCall call, String function) {
    return isOf(call, Set.of(function));
  }

  static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }

  /** The text of an operand that is a literal. */
  static Optional<String> text(SqlCall call, int index) {
    return index < call.operandCount()
            && call.getOperandList().get(index) instanceof SqlCharStringLiteral literal
        ? Optional.of(literal.getValueAs(String.class))
        : Optional.empty();
  }

  static DataType type(BoundQuery bound, SqlCall call, int index) {
    SqlNode operand = index < call.operandCount() ? call.getOperandList().get(index) : null;
    return operand == null ? DataType.Primitive.UNKNOWN : bound.typeOf(operand);
  }

  /** The types of all operands, those of a list each by itself. */
  static List<DataType> types(BoundQuery bound, SqlCall call) {
    return call.getOperandList().stream()
        .filter(operand -> operand != null)
        .flatMap(
            operand ->
                operand instanceof SqlNodeList list
                    ? list.stream()
                    : java.util.stream.Stream.of(operand))
        .map(bound::typeOf)
        .toList();
  }

  /** Whether a call compares its operands, with a sign or a word of its own. */
  static boolean compares(SqlCall call) {
    return switch (call.getKind()) {
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IN,
          NOT_IN,
          BETWEEN ->
          true;
      default -> false;
    };
  }
}
