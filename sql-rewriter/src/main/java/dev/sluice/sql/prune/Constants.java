package dev.sluice.sql.prune;

import java.math.BigDecimal;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/** The values of literals. */
final class Constants {
  private Constants() {}

  static Value of(SqlLiteral literal) {
    if (literal instanceof SqlIntervalLiteral interval) {
      return DateArithmetic.of(interval);
    }
    return switch (literal.getTypeName()) {
      case NULL -> Value.NULL;
      case BOOLEAN -> Value.of(literal.booleanValue());
      case CHAR, VARCHAR -> Value.of(literal.getValueAs(String.class));
      case DATE -> Casts.date(literal.getValueAs(DateString.class).toString());
      case TIMESTAMP -> Casts.timestamp(literal.getValueAs(TimestampString.class).toString());
      default -> literal instanceof SqlNumericLiteral number ? number(number) : Value.UNTOLD;
    };
  }

  private static Value number(SqlNumericLiteral literal) {
    BigDecimal value = literal.bigDecimalValue();
    boolean isWhole = literal.isInteger() && value.scale() <= 0 && value.precision() <= 18;
    return isWhole ? Value.of(value.longValueExact()) : Value.UNTOLD;
  }
}
