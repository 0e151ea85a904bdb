package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A type of Sluice's as JDBC tells it.
 *
 * @param code of {@link Types}
 * @param javaClass of what {@code getObject} gives
 * @param precision digits of numbers, characters of text and times, bytes of binary values; 0 where
 *     none is meant
 * @param scale digits after the point, of numbers and of seconds
 * @param displaySize the longest text of a value, in characters
 */
record JdbcType(int code, Class<?> javaClass, int precision, int scale, int displaySize) {
  private static final int UNBOUNDED = Integer.MAX_VALUE;
  private static final int DATE_LENGTH = "2000-01-01".length();
  private static final int SECONDS_LENGTH = "2000-01-01 00:00:00".length();
  private static final int MILLISECONDS = 3;
  private static final int MOST_DIGITS_OF_SECONDS = 9;
  private static final int OFFSET_LENGTH = "+00:00".length();

  static JdbcType of(DataType type) {
    if (type instanceof Primitive primitive) {
      return of(primitive);
    } else if (type instanceof DataType.Decimal decimal) {
      int point = decimal.scale() == 0 ? 1 : 2;
      return new JdbcType(
          Types.DECIMAL,
          BigDecimal.class,
          decimal.precision(),
          decimal.scale(),
          decimal.precision() + point);
    } else if (type instanceof DataType.Char text) {
      return text(Types.CHAR, text.length());
    } else if (type instanceof DataType.Varchar text) {
      return text(Types.VARCHAR, text.length());
    } else if (type instanceof DataType.Timestamp timestamp) {
      return timestamp.withTimeZone()
          ? zoned(timestamp.precision())
          : timestamp(timestamp.precision());
    } else if (type instanceof DataType.Array) {
      return nested(Types.ARRAY, Array.class);
    } else if (type instanceof DataType.Struct) {
      return nested(Types.STRUCT, Struct.class);
    } else if (type instanceof DataType.MapOf) {
      return nested(Types.JAVA_OBJECT, Map.class);
    }
    return nested(Types.OTHER, Object.class);
  }

  private static JdbcType of(Primitive type) {
    return switch (type) {
      case BOOLEAN -> new JdbcType(Types.BOOLEAN, Boolean.class, 1, 0, "false".length());
      // What JDBC's rules give the small ones is an Integer.
      case TINYINT -> number(Types.TINYINT, Integer.class, 3, "-128");
      case SMALLINT -> number(Types.SMALLINT, Integer.class, 5, "-32768");
      case INTEGER -> number(Types.INTEGER, Integer.class, 10, "" + Integer.MIN_VALUE);
      case BIGINT -> number(Types.BIGINT, Long.class, 19, "" + Long.MIN_VALUE);
      case REAL -> number(Types.REAL, Float.class, 7, "-1.23456789E-38");
      case DOUBLE -> number(Types.DOUBLE, Double.class, 15, "-1.2345678901234567E-308");
      case STRING -> text(Types.VARCHAR, UNBOUNDED);
      case BINARY -> new JdbcType(Types.VARBINARY, byte[].class, UNBOUNDED, 0, UNBOUNDED);
      case DATE -> new JdbcType(Types.DATE, Date.class, DATE_LENGTH, 0, DATE_LENGTH);
      case TIMESTAMP -> timestamp(MILLISECONDS);
      case TIMESTAMP_WITH_TIME_ZONE -> zoned(MILLISECONDS);
      case UNKNOWN -> new JdbcType(Types.NULL, Object.class, 0, 0, "null".length());
    };
  }

  private static JdbcType number(int code, Class<?> javaClass, int digits, String longest) {
    return new JdbcType(code, javaClass, digits, 0, longest.length());
  }

  private static JdbcType text(int code, int length) {
    return new JdbcType(code, String.class, length, 0, length);
  }

  private static JdbcType timestamp(int digits) {
    int scale = Math.min(digits, MOST_DIGITS_OF_SECONDS);
    int length = SECONDS_LENGTH + (scale == 0 ? 0 : 1 + scale);
    return new JdbcType(Types.TIMESTAMP, Timestamp.class, length, scale, length);
  }

  private static JdbcType zoned(int digits) {
    JdbcType local = timestamp(digits);
    int length = local.precision + OFFSET_LENGTH;
    return new JdbcType(
        Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class, length, local.scale, length);
  }

  private static JdbcType nested(int code, Class<?> javaClass) {
    return new JdbcType(code, javaClass, UNBOUNDED, 0, UNBOUNDED);
  }

  boolean isNumber() {
    return switch (code) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.DOUBLE,
          Types.DECIMAL ->
          true;
      default -> false;
    };
  }

  boolean isTimestamp() {
    return code == Types.TIMESTAMP || code == Types.TIMESTAMP_WITH_TIMEZONE;
  }

  boolean isText() {
    return code == Types.CHAR || code == Types.VARCHAR;
  }
}
