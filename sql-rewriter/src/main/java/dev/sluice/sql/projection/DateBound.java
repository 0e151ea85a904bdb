package dev.sluice.sql.projection;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, or one that moves with the clock: {@code NOW-3YEARS}. The clock shows UTC.
 *
 * @param fixed null if it moves
 * @param amount how far from now, back if below zero
 */
record DateBound(@Nullable LocalDateTime fixed, long amount, ChronoUnit unit) {
  private static final Pattern NOW =
      Pattern.compile(
          "\\s*NOW\\s*(?:([+-])\\s*(\\d{1,9})\\s*(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?\\s*)?");

  /** Empty if the text is neither. */
  static Optional<DateBound> of(String text, DateFormat format) {
    Matcher now = NOW.matcher(text);
    if (!now.matches()) {
      return format.read(text).map(time -> new DateBound(time, 0, ChronoUnit.DAYS));
    } else if (now.group(2) == null) {
      return Optional.of(new DateBound(null, 0, ChronoUnit.DAYS));
    }
    long amount = Long.parseLong(now.group(1) + now.group(2));
    ChronoUnit unit = ChronoUnit.valueOf(now.group(3).toUpperCase(Locale.ROOT) + "S");
    return Optional.of(new DateBound(null, amount, unit));
  }

  boolean isMoving() {
    return fixed == null;
  }

  LocalDateTime at(LocalDateTime now) {
    return fixed == null ? now.plus(amount, unit) : fixed;
  }

  /** How long it stays within the unit that a format tells. */
  Duration rest(LocalDateTime now, DateFormat format) {
    LocalDateTime at = at(now);
    return Duration.between(at, format.begin(at).plus(1, format.finest()));
  }
}
