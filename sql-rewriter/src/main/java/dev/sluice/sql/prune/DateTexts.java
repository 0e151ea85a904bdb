package dev.sluice.sql.prune;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as text by MySQL's format specifiers, those of fixed width only (Trino documentation,
 * functions/datetime, "MySQL date functions", release 435).
 */
final class DateTexts {
  private static final Map<Character, TemporalField> FIELDS =
      Map.of(
          'Y', ChronoField.YEAR,
          'm', ChronoField.MONTH_OF_YEAR,
          'd', ChronoField.DAY_OF_MONTH,
          'H', ChronoField.HOUR_OF_DAY,
          'i', ChronoField.MINUTE_OF_HOUR,
          's', ChronoField.SECOND_OF_MINUTE);

  /** The specifiers in order of their units, and what date_trunc calls those. */
  private static final String ORDER = "YmdHis";

  private static final List<String> UNITS =
      List.of("year", "month", "day", "hour", "minute", "second");

  private static final Pattern SPECIFIER = Pattern.compile("%(.)");

  private DateTexts() {}

  static Value format(LocalDateTime time, String format) {
    if (time.getYear() < 1 || time.getYear() > 9999) {
      return Value.UNTOLD;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      TemporalField field = ++i < format.length() ? FIELDS.get(format.charAt(i)) : null;
      if (field == null) {
        return Value.UNTOLD;
      }
      String digits = Integer.toString(time.get(field));
      text.append("0".repeat(width(field) - digits.length())).append(digits);
    }
    return Value.of(text.toString());
  }

  /**
   * What becomes of one of the times between two: its text, where the format asks only for units
   * that all of them share; texts from the first to the last, where it goes from the year down.
   */
  static Value format(LocalDateTime from, LocalDateTime to, String format) {
    if (from.equals(to)) {
      return format(from, format);
    }
    Value first = format(from, format);
    Value last = format(to, format);
    if (!first.told() || !last.told()) {
      return Value.UNTOLD;
    }
    String specifiers =
        SPECIFIER.matcher(format).results().map(one -> one.group(1)).collect(joining());
    int finest = specifiers.chars().map(ORDER::indexOf).max().orElse(0);
    String unit = UNITS.get(finest);
    if (specifiers.isEmpty()
        || truncate(unit, Value.of(from)).equals(truncate(unit, Value.of(to)))) {
      return first;
    }
    return ORDER.startsWith(specifiers) ? Span.between(first, last) : Value.UNTOLD;
  }

  private static int width(TemporalField field) {
    return field == ChronoField.YEAR ? 4 : 2;
  }

  static Value parse(String text, String format) {
    int[] units = {1970, 1, 1, 0, 0, 0};
    boolean[] given = new boolean[units.length];
    int at = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        if (at >= text.length() || text.charAt(at++) != c) {
          return Value.UNTOLD;
        }
        continue;
      }
      int unit = ++i < format.length() ? ORDER.indexOf(format.charAt(i)) : -1;
      int end = at + (unit == 0 ? 4 : 2);
      int number = unit < 0 ? -1 : number(text, at, end);
      if (number < 0 || (given[unit] && units[unit] != number)) {
        return Value.UNTOLD;
      }
      units[unit] = number;
      given[unit] = true;
      at = end;
    }
    return at == text.length() && units[0] >= 1 ? time(units) : Value.UNTOLD;
  }

  /** What digits say; -1 where other characters stand, or too few. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = i < text.length() ? text.charAt(i) : ' ';
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  private static Value time(int[] units) {
    try {
      return Value.of(LocalDateTime.of(units[0], units[1], units[2], units[3], units[4], units[5]));
    } catch (DateTimeException e) {
      return Value.UNTOLD;
    }
  }

  /** {@code date_trunc(unit, value)}; weeks begin on Monday. */
  static Value truncate(String unit, Value value) {
    Object known = value.known();
    if (known instanceof LocalDate date) {
      return day(unit, date).map(Value::of).orElse(Value.UNTOLD);
    }
    if (!(known instanceof LocalDateTime time)) {
      return Value.UNTOLD;
    }
    return switch (unit) {
      case "second" -> Value.of(time.truncatedTo(ChronoUnit.SECONDS));
      case "minute" -> Value.of(time.truncatedTo(ChronoUnit.MINUTES));
      case "hour" -> Value.of(time.truncatedTo(ChronoUnit.HOURS));
      default ->
          day(unit, time.toLocalDate())
              .map(first -> Value.of(first.atStartOfDay()))
              .orElse(Value.UNTOLD);
    };
  }

  private static Optional<LocalDate> day(String unit, LocalDate date) {
    return switch (unit) {
      case "day" -> Optional.of(date);
      case "week" -> Optional.of(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case "month" -> Optional.of(date.withDayOfMonth(1));
      case "quarter" ->
          Optional.of(date.withMonth(date.getMonth().firstMonthOfQuarter().getValue()))
              .map(month -> month.withDayOfMonth(1));
      case "year" -> Optional.of(date.withDayOfYear(1));
      default -> Optional.empty();
    };
  }
}
