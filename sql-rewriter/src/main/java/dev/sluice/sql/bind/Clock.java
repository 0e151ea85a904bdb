package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** {@code current_timestamp(6)} and its like, whose argument says how many digits there are. */
final class Clock {
  private static final Set<String> NAMES =
      Set.of("current_timestamp", "localtimestamp", "current_time", "localtime");

  private Clock() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  static DataType type(String name, SqlNode digits) {
    if (!(digits instanceof SqlNumericLiteral number) || !number.isInteger()) {
      throw BindErrors.invalid(
          digits, "How many digits " + name + " has must be a whole number in so many words", "");
    } else if (number.bigDecimalValue().intValue() > Timestamps.MOST_DIGITS) {
      throw BindErrors.invalid(
          digits, "Function " + name + " has at most " + Timestamps.MOST_DIGITS + " digits", "");
    }
    int precision = number.bigDecimalValue().intValueExact();
    boolean zoned = name.startsWith("current");
    return name.endsWith("timestamp")
        ? DataType.timestamp(precision, zoned)
        : Times.of(precision, zoned);
  }
}
