package dev.sluice.sql.prune;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalField;
import java.util.Map;

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

  private static int width(TemporalField field) {
    return field == ChronoField.YEAR ? 4 : 2;
  }

  static Value parse(String text, String format) {
    LocalDateTime time = LocalDateTime.of(1970, 1, 1, 0, 0);
    int at = 0;
    try {
      for (int i = 0; i < format.length(); i++) {
        char c = format.charAt(i);
        TemporalField field =
            c == '%' && i + 1 < format.length() ? FIELDS.get(format.charAt(i + 1)) : null;
        if (c != '%') {
          if (at >= text.length() || text.charAt(at++) != c) {
            return Value.UNTOLD;
          }
        } else if (field == null || at + width(field) > text.length()) {
          return Value.UNTOLD;
        } else {
          String digits = text.substring(at, at + width(field));
          if (!digits.chars().allMatch(d -> d >= '0' && d <= '9')) {
            return Value.UNTOLD;
          }
          time = time.with(field, Integer.parseInt(digits));
          at += width(field);
          i++;
        }
      }
    } catch (DateTimeException e) {
      return Value.UNTOLD;
    }
    // A day set before its month may have been cut to another.
    return at == text.length() && format(time, format).equals(Value.of(text))
        ? Value.of(time)
        : Value.UNTOLD;
  }

  static Value truncate(String unit, Value value) {
    Object known = value.known();
    if (known instanceof LocalDate date) {
      return switch (unit) {
        case "day" -> value;
        case "month" -> Value.of(date.withDayOfMonth(1));
        case "year" -> Value.of(date.withDayOfYear(1));
        default -> Value.UNTOLD;
      };
    }
    if (!(known instanceof LocalDateTime time)) {
      return Value.UNTOLD;
    }
    LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case "hour" -> Value.of(time.truncatedTo(ChronoUnit.HOURS));
      case "day" -> Value.of(day);
      case "month" -> Value.of(day.withDayOfMonth(1));
      case "year" -> Value.of(day.withDayOfYear(1));
      default -> Value.UNTOLD;
    };
  }
}
