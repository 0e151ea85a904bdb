package dev.sluice.standin.redshift;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Values of JDBC as the cases of Trino's answers have them. */
final class Shown {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private Shown() {}

  static String value(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    } else if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof LocalDateTime time) {
      return TIMESTAMP.format(time);
    } else if (value instanceof Timestamp time) {
      return TIMESTAMP.format(time.toLocalDateTime());
    } else if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    return value.toString();
  }
}
