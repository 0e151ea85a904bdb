package dev.sluice.cli;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** A single value as text. Nothing is rounded. */
final class ScalarText {
  /** Milliseconds always, more digits only where the value has them. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .toFormatter(java.util.Locale.ROOT);

  private ScalarText() {}

  static String of(Object value) {
    if (value instanceof LocalDateTime timestamp) {
      return TIMESTAMP.format(timestamp);
    }
    if (value instanceof OffsetDateTime timestamp) {
      String offset = timestamp.getOffset().getTotalSeconds() == 0 ? "+00:00" : null;
      return TIMESTAMP.format(timestamp.toLocalDateTime())
          + (offset != null ? offset : timestamp.getOffset().getId());
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(value);
  }
}
