package dev.sluice.jdbc;

import dev.sluice.StructValue;
import dev.sluice.results.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row as another type of Java's, by JDBC's table of conversions. What would lose
 * something is an error, but for the digits after the point of a number that is asked for whole.
 * NULL is 0, false or null.
 */
final class Values {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

  private Values() {}

  static @Nullable String text(@Nullable Object value) {
    if (value == null || value instanceof String) {
      // Most values are texts, and asking one whether it is a Map or a List takes longer than all
      // the rest.
      return (String) value;
    }
    return ValueText.of(value);
  }

  static boolean truth(@Nullable Object value) throws SQLException {
    if (value == null) {
      return false;
    } else if (value instanceof Boolean truth) {
      return truth;
    } else if (value instanceof BigDecimal number) {
      return number.signum() != 0;
    } else if (value instanceof Number number) {
      return number.doubleValue() != 0;
    } else if (value instanceof String text) {
      switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true", "t", "1", "yes" -> {
          return true;
        }
        case "false", "f", "0", "no" -> {
          return false;
        }
        default -> throw notA("boolean", text);
      }
    }
    throw wrongType(value, "boolean");
  }

  /**
   * @param least and {@code most} that the type asked for holds
   */
  static long whole(@Nullable Object value, long least, long most, String type)
      throws SQLException {
    long number = whole(value, type);
    if (number < least || number > most) {
      throw outOfRange(value, type);
    }
    return number;
  }

  private static long whole(@Nullable Object value, String type) throws SQLException {
    if (value == null) {
      return 0;
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    BigDecimal number = required(decimal(value, type));
    if (number.compareTo(LEAST) < 0 || number.compareTo(LONGEST) > 0) {
      throw outOfRange(value, type);
    }
    return number.longValue();
  }

  static double floating(@Nullable Object value, String type) throws SQLException {
    if (value == null) {
      return 0;
    } else if (value instanceof Number number) {
      return number.doubleValue();
    } else if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    } else if (value instanceof String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        throw notA(type, text);
      }
    }
    throw wrongType(value, type);
  }

  static @Nullable BigDecimal decimal(@Nullable Object value, String type) throws SQLException {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw outOfRange(value, type);
      }
      return new BigDecimal(value.toString());
    } else if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    } else if (value instanceof Number number) {
      return BigDecimal.valueOf(number.longValue());
    } else if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    } else if (value instanceof String text) {
      try {
        return new BigDecimal(text.strip());
      } catch (NumberFormatException e) {
        throw notA(type, text);
      }
    }
    throw wrongType(value, type);
  }

  static @Nullable BigDecimal decimal(@Nullable Object value, int scale) throws SQLException {
    BigDecimal number = decimal(value, "decimal");
    return number == null ? null : number.setScale(scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal required(@Nullable BigDecimal number) throws SQLException {
    if (number == null) {
      throw new SQLDataException("There is no number", States.NOT_A_VALUE);
    }
    return number;
  }

  static byte @Nullable [] bytes(@Nullable Object value) throws SQLException {
    if (value == null) {
      return null;
    } else if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    throw wrongType(value, "bytes");
  }

  static SQLException notA(String type, String text) {
    String shown = text.length() > 50 ? text.substring(0, 50) + "…" : text;
    return new SQLDataException("'" + shown + "' is no " + type, States.NOT_A_VALUE);
  }

  static SQLException outOfRange(@Nullable Object value, String type) {
    return new SQLDataException(value + " is no " + type + ": out of range", States.OUT_OF_RANGE);
  }

  static SQLException wrongType(Object value, String type) {
    return new SQLDataException(
        "A value of type " + name(value) + " cannot be read as " + type, States.WRONG_TYPE);
  }

  private static String name(Object value) {
    if (value instanceof StructValue) {
      return "row";
    } else if (value instanceof List) {
      return "array";
    } else if (value instanceof Map) {
      return "map";
    } else if (value instanceof byte[]) {
      return "varbinary";
    }
    return value.getClass().getSimpleName();
  }
}
