package dev.sluice.results;

import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value of {@link dev.sluice.Rows} as text, the same whichever engine gave it: structs, arrays
 * and maps as JSON, binary as hexadecimal digits. Nothing is rounded.
 */
public final class ValueText {
  /** Milliseconds always, more digits only where the value has them. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .toFormatter(Locale.ROOT);

  private ValueText() {}

  public static String of(Object value) {
    return value instanceof StructValue || value instanceof Map || value instanceof List
        ? ValueJson.text(value)
        : ofScalar(value);
  }

  static String ofScalar(Object value) {
    if (value instanceof LocalDateTime timestamp) {
      return TIMESTAMP.format(timestamp);
    } else if (value instanceof OffsetDateTime timestamp) {
      boolean utc = timestamp.getOffset().getTotalSeconds() == 0;
      return TIMESTAMP.format(timestamp.toLocalDateTime())
          + (utc ? "+00:00" : timestamp.getOffset().getId());
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(value);
  }
}
