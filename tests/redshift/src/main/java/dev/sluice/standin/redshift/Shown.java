package dev.sluice.standin.redshift;

import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values, JDBC's or Sluice's, as the cases of Trino's answers have them. */
public final class Shown {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private Shown() {}

  public static String value(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    } else if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof byte[] bytes) {
      return "X'" + HexFormat.of().formatHex(bytes) + "'";
    } else if (value instanceof LocalDateTime time) {
      return TIMESTAMP.format(time);
    } else if (value instanceof OffsetDateTime time) {
      return TIMESTAMP.format(time)
          + " "
          + (time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : time.getOffset());
    } else if (value instanceof Timestamp time) {
      return TIMESTAMP.format(time.toLocalDateTime());
    } else if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    return nested(value);
  }

  private static String nested(Object value) {
    if (value instanceof List<?> list) {
      return "[" + list(list) + "]";
    } else if (value instanceof StructValue struct) {
      return "(" + list(struct.values()) + ")";
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  private static String list(List<? extends @Nullable Object> values) {
    return values.stream().map(Shown::value).collect(Collectors.joining(", "));
  }
}
