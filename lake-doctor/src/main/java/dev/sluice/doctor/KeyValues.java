package dev.sluice.doctor;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Whether a partition's value is one of its key's type. */
final class KeyValues {
  /** What Hive calls the partition of rows whose key is NULL. */
  private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?");

  private KeyValues() {}

  static boolean isNull(String value) {
    return value.equals(NULL);
  }

  static boolean isNumber(DataType type) {
    return type instanceof DataType.Decimal
        || type == Primitive.TINYINT
        || type == Primitive.SMALLINT
        || type == Primitive.INTEGER
        || type == Primitive.BIGINT
        || type == Primitive.REAL
        || type == Primitive.DOUBLE;
  }

  /** Types that no partition can be by count as fitting: they are told of elsewhere. */
  static boolean fits(DataType type, String value) {
    if (isNull(value)) {
      return true;
    }
    try {
      if (type instanceof Primitive primitive) {
        return fits(primitive, value.strip());
      } else if (type instanceof DataType.Decimal decimal) {
        BigDecimal number = new BigDecimal(value.strip());
        return number.precision() - number.scale() <= decimal.precision() - decimal.scale();
      } else if (type instanceof DataType.Varchar text) {
        return value.codePointCount(0, value.length()) <= text.length();
      } else if (type instanceof DataType.Char text) {
        return value.codePointCount(0, value.length()) <= text.length();
      }
      return true;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  private static boolean fits(Primitive type, String value) {
    return switch (type) {
      case BOOLEAN -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case TINYINT -> hasBits(value, Byte.SIZE);
      case SMALLINT -> hasBits(value, Short.SIZE);
      case INTEGER -> hasBits(value, Integer.SIZE);
      case BIGINT -> hasBits(value, Long.SIZE);
      case REAL, DOUBLE -> new BigDecimal(value).signum() >= -1;
      case DATE -> LocalDate.parse(value).getYear() >= 0;
      case TIMESTAMP ->
          TIMESTAMP.matcher(value).matches() && LocalDate.parse(value.substring(0, 10)) != null;
      case STRING, BINARY, TIMESTAMP_WITH_TIME_ZONE, UNKNOWN -> true;
    };
  }

  private static boolean hasBits(String value, int bits) {
    return new BigInteger(value).bitLength() < bits;
  }
}
