package dev.sluice.sql.bind;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a TIME literal as Trino reads it: seconds may be left out, and an offset may follow
 * (Trino 411, statements tried 2026-11-26).
 *
 * @param time written out, {@code 12:30:00}
 * @param digits how many digits of a second are written
 * @param offset {@code +01:00}
 */
record TimeText(String time, int digits, @Nullable String offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d+))?)?(?: ?([+-]\\d{2}:\\d{2}))?");

  /** Empty when a text is none. */
  static Optional<TimeText> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String time =
        twoDigits(matcher.group(1))
            + ":"
            + twoDigits(matcher.group(2))
            + ":"
            + twoDigits(matcher.group(3));
    String fraction = matcher.group(4);
    int digits = fraction == null ? 0 : fraction.length();
    return Optional.of(
        new TimeText(digits == 0 ? time : time + "." + fraction, digits, matcher.group(5)));
  }

  private static String twoDigits(@Nullable String digits) {
    return digits == null ? "00" : digits.length() < 2 ? "0" + digits : digits;
  }
}
