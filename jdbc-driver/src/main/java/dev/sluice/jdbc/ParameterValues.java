package dev.sluice.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values given for a query's parameters so far. Not shareable between threads. */
final class ParameterValues {
  private final SortedMap<Integer, @Nullable Object> values = new TreeMap<>();
  private final int count;

  /**
   * @param count how many the query has
   */
  ParameterValues(int count) {
    this.count = count;
  }

  void set(int parameter, @Nullable Object value) throws SQLException {
    if (parameter < 1) {
      throw new SQLException("Parameters count from 1, not " + parameter, States.WRONG_COLUMN);
    } else if (parameter > count) {
      throw new SQLException(
          "There is no parameter " + parameter + "; the query has " + count, States.WRONG_COLUMN);
    }
    values.put(parameter, value);
  }

  void clear() {
    values.clear();
  }

  /**
   * All of them, in order.
   *
   * @throws SQLException when one is missing before another
   */
  List<@Nullable Object> all() throws SQLException {
    List<@Nullable Object> all = new ArrayList<>();
    for (var value : values.entrySet()) {
      if (value.getKey() != all.size() + 1) {
        throw new SQLException(
            "Parameter " + (all.size() + 1) + " has no value", States.WRONG_COLUMN);
      }
      all.add(value.getValue());
    }
    return all;
  }

  /** The date that a moment has in the calendar's zone. */
  static LocalDate date(Date value, @Nullable Calendar calendar) {
    return local(new Timestamp(value.getTime()), calendar).toLocalDate();
  }

  /** The date and time that a moment has in the calendar's zone. */
  static LocalDateTime timestamp(Timestamp value, @Nullable Calendar calendar) {
    return local(value, calendar);
  }

  private static LocalDateTime local(Timestamp value, @Nullable Calendar calendar) {
    return calendar == null
        ? value.toLocalDateTime()
        : LocalDateTime.ofInstant(value.toInstant(), calendar.getTimeZone().toZoneId());
  }

  /**
   * A value as one of a type of {@link Types}.
   *
   * @param scale of a decimal; null as it is
   */
  static @Nullable Object as(int type, @Nullable Integer scale, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case Types.BIT, Types.BOOLEAN -> Values.truth(value);
      case Types.TINYINT -> Values.whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "tinyint");
      case Types.SMALLINT -> Values.whole(value, Short.MIN_VALUE, Short.MAX_VALUE, "smallint");
      case Types.INTEGER -> Values.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "integer");
      case Types.BIGINT -> Values.whole(value, Long.MIN_VALUE, Long.MAX_VALUE, "bigint");
      case Types.REAL -> (float) Values.floating(value, "real");
      case Types.FLOAT, Types.DOUBLE -> Values.floating(value, "double");
      case Types.DECIMAL, Types.NUMERIC -> decimal(scale, value);
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
          plain(value).toString();
      case Types.DATE -> Times.localDate(plain(value), null);
      case Types.TIMESTAMP -> Times.localDateTime(plain(value), null);
      case Types.TIMESTAMP_WITH_TIMEZONE -> Times.offsetDateTime(plain(value));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Values.bytes(value);
      case Types.NULL, Types.OTHER, Types.JAVA_OBJECT -> value;
      default -> throw Refused.of("No parameter takes JDBC's type " + type);
    };
  }

  private static BigDecimal decimal(@Nullable Integer scale, Object value) throws SQLException {
    BigDecimal number = Values.decimal(value, "decimal");
    if (number == null) {
      throw Values.wrongType(value, "decimal");
    }
    return scale == null ? number : number.setScale(scale, RoundingMode.HALF_UP);
  }

  /** What JDBC's older classes stand for. */
  private static Object plain(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : value;
  }

  static @Nullable String text(@Nullable Reader reader, long length) throws SQLException {
    if (reader == null) {
      return null;
    }
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.getBuffer().length() > length
          ? text.getBuffer().substring(0, (int) length)
          : text.toString();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static byte @Nullable [] bytes(@Nullable InputStream stream, long length) throws SQLException {
    if (stream == null) {
      return null;
    }
    try {
      return stream.readNBytes((int) Math.min(length, Integer.MAX_VALUE));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static @Nullable String ascii(@Nullable InputStream stream, long length) throws SQLException {
    byte[] bytes = bytes(stream, length);
    return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
  }

  private static SQLException unreadable(IOException e) {
    return new SQLException("A parameter's stream cannot be read: " + e, States.NOT_A_VALUE, e);
  }
}
