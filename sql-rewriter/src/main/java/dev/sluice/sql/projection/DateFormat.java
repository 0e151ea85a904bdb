package dev.sluice.sql.projection;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A format of dates in numbers alone, from the year down to its finest unit without a gap: what it
 * writes is read again as the begin of what it was written from.
 *
 * @param finest YEARS, MONTHS, DAYS, HOURS, MINUTES or SECONDS
 */
record DateFormat(DateTimeFormatter formatter, ChronoUnit finest) {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern LETTERS = Pattern.compile("([A-Za-z])\\1*");
  private static final String ORDER = "yMdHms";
  private static final List<ChronoUnit> UNITS =
      List.of(
          ChronoUnit.YEARS,
          ChronoUnit.MONTHS,
          ChronoUnit.DAYS,
          ChronoUnit.HOURS,
          ChronoUnit.MINUTES,
          ChronoUnit.SECONDS);

  /** Empty if it is another kind of format, or none. */
  static Optional<DateFormat> of(String pattern) {
    boolean[] found = new boolean[ORDER.length()];
    Matcher letters = LETTERS.matcher(QUOTED.matcher(pattern).replaceAll(""));
    while (letters.find()) {
      char letter = letters.group().charAt(0) == 'u' ? 'y' : letters.group().charAt(0);
      int place = ORDER.indexOf(letter);
      int most = letter == 'y' ? 4 : 2;
      boolean isWritten = letter != 'y' || letters.group().length() == most;
      if (place < 0 || found[place] || !isWritten || letters.group().length() > most) {
        return Optional.empty();
      }
      found[place] = true;
    }
    int length = 0;
    while (length < found.length && found[length]) {
      length++;
    }
    for (int i = length; i < found.length; i++) {
      if (found[i]) {
        return Optional.empty();
      }
    }
    return length == 0 ? Optional.empty() : formatter(pattern, UNITS.get(length - 1));
  }

  private static Optional<DateFormat> formatter(String pattern, ChronoUnit finest) {
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .appendPattern(pattern)
              .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
              .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
              .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
              .toFormatter(Locale.ROOT);
      return Optional.of(new DateFormat(formatter, finest));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty if the text is not in this format, to the letter. */
  Optional<LocalDateTime> read(String text) {
    try {
      LocalDateTime time = LocalDateTime.parse(text, formatter);
      return write(time).equals(text) ? Optional.of(time) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String write(LocalDateTime time) {
    return formatter.format(time);
  }

  /** The begin of the finest unit. */
  LocalDateTime begin(LocalDateTime time) {
    return switch (finest) {
      case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
      case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      default -> time.truncatedTo(finest);
    };
  }
}
