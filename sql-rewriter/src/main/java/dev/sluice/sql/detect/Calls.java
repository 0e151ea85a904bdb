package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Looks into bound calls. */
final class Calls {
  /** The kinds that a call may have; lists and types without words of their own share one. */
  static final Set<SqlKind> KINDS =
      EnumSet.complementOf(EnumSet.of(SqlKind.IDENTIFIER, SqlKind.LITERAL));

  private Calls() {}

  /** Whether a call is of a function of one of these names; syntax with words of its own is not. */
  static boolean isOf(SqlCall call, Set<String> functions) {
    return isOfFunction(call) && functions.contains(name(call));
  }

  /** Whether a call is written as a function is: a name, and arguments in parentheses. */
  static boolean isOfFunction(SqlCall call) {
    return call.getOperator() instanceof SqlFunction || call.getOperator().isAggregator();
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
    List<DataType> types = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      if (operand instanceof SqlNodeList list) {
        list.forEach(value -> types.add(bound.typeOf(value)));
      } else if (operand != null) {
        types.add(bound.typeOf(operand));
      }
    }
    return types;
  }
}
