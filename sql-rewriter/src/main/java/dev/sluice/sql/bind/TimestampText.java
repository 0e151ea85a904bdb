package dev.sluice.sql.bind;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a TIMESTAMP literal as Trino reads it: the time of day may be left out, or its
 * seconds, and a time zone may follow (Trino 411, statements tried 2026-11-26).
 *
 * @param timestamp written out, {@code 2026-03-01 12:30:00}
 * @param zone {@code Europe/Berlin} or {@code +01:00}
 */
record TimestampText(String timestamp, @Nullable String zone) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?: (\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(\\.\\d+)?)?)?"
              + "(?: ?((?<= )[A-Za-z][A-Za-z0-9/_+-]*|Z|[+-]\\d{1,2}(?::\\d{2})?))?");

  /** Empty when a text is none. */
  static Optional<TimestampText> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String date =
        matcher.group(1) + "-" + twoDigits(matcher.group(2)) + "-" + twoDigits(matcher.group(3));
    String time =
        twoDigits(matcher.group(4))
            + ":"
            + twoDigits(matcher.group(5))
            + ":"
            + twoDigits(matcher.group(6));
    String fraction = matcher.group(7) == null ? "" : matcher.group(7);
    return Optional.of(new TimestampText(date + " " + time + fraction, matcher.group(8)));
  }

  private static String twoDigits(@Nullable String digits) {
    return digits == null ? "00" : digits.length() < 2 ? "0" + digits : digits;
  }
}
