package dev.sluice.sql.prune;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.jspecify.annotations.Nullable;

/**
 * Dates and timestamps moved by intervals and taken apart (Trino documentation, functions/datetime,
 * release 435). Months that lack the day end on their last; a date moves by whole days only.
 */
final class DateArithmetic {
  private static final Map<String, TemporalAmount> UNITS =
      Map.of(
          "millisecond", Duration.ofMillis(1),
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Period.ofMonths(1),
          "quarter", Period.ofMonths(3),
          "year", Period.ofMonths(12));

  private DateArithmetic() {}

  /** An interval's months as a Period, or what it lasts as a Duration. */
  static Value of(SqlIntervalLiteral literal) {
    SqlIntervalLiteral.IntervalValue value =
        literal.getValueAs(SqlIntervalLiteral.IntervalValue.class);
    try {
      long amount = literal.getValueAs(BigDecimal.class).longValueExact();
      return value.getIntervalQualifier().isYearMonth()
          ? Value.of(Period.ofMonths(Math.toIntExact(amount)))
          : Value.of(Duration.ofMillis(amount));
    } catch (RuntimeException e) {
      // What Calcite cannot read as an interval is not told.
      return Value.UNTOLD;
    }
  }

  static boolean isInterval(@Nullable Object known) {
    return known instanceof TemporalAmount;
  }

  static Value plus(@Nullable Object one, @Nullable Object other) {
    return isInterval(one) ? moved(other, one, 1) : moved(one, other, 1);
  }

  static Value minus(@Nullable Object time, @Nullable Object interval) {
    return moved(time, interval, -1);
  }

  /** {@code date_add(unit, number, time)}. */
  static Value add(String unit, long number, @Nullable Object time) {
    return moved(time, UNITS.get(unit.toLowerCase(Locale.ROOT)), number);
  }

  private static Value moved(@Nullable Object time, @Nullable Object interval, long times) {
    try {
      if (interval instanceof Period months && time instanceof Temporal from) {
        return within(
            from.plus(Math.multiplyExact(months.toTotalMonths(), times), ChronoUnit.MONTHS));
      } else if (interval instanceof Duration lasting && time instanceof LocalDateTime from) {
        return within(from.plus(lasting.multipliedBy(times)));
      } else if (interval instanceof Duration lasting && time instanceof LocalDate from) {
        Duration whole = lasting.multipliedBy(times);
        return whole.equals(Duration.ofDays(whole.toDays()))
            ? within(from.plusDays(whole.toDays()))
            : Value.UNTOLD;
      }
    } catch (DateTimeException | ArithmeticException e) {
      return Value.UNTOLD;
    }
    return Value.UNTOLD;
  }

  /** Beyond these years engines write dates otherwise. */
  private static Value within(Temporal moved) {
    int year = moved.get(ChronoField.YEAR);
    return year >= 1 && year <= 9999 ? Value.of(moved) : Value.UNTOLD;
  }

  /** {@code date_diff(unit, from, to)}: whole units, of those that always last as long. */
  static Value between(String unit, LocalDateTime from, LocalDateTime to) {
    return UNITS.get(unit.toLowerCase(Locale.ROOT)) instanceof Duration lasting
        ? Value.of(Duration.between(from, to).toMillis() / lasting.toMillis())
        : Value.UNTOLD;
  }

  /** {@code year(time)} and its like; of a span, if all of it lies in one such part. */
  static Value part(String name, Value time) {
    Value first = Span.least(time);
    boolean isOne =
        !Span.is(time)
            || DateTexts.truncate(name, first).equals(DateTexts.truncate(name, Span.most(time)));
    return isOne ? part(name, first.known()) : Value.UNTOLD;
  }

  private static Value part(String name, @Nullable Object time) {
    if (!(time instanceof LocalDate) && !(time instanceof LocalDateTime)) {
      return Value.UNTOLD;
    }
    Temporal known = (Temporal) time;
    return switch (name) {
      case "year" -> part(known.get(ChronoField.YEAR));
      case "quarter" -> part(known.get(IsoFields.QUARTER_OF_YEAR));
      case "month" -> part(known.get(ChronoField.MONTH_OF_YEAR));
      case "day" -> part(known.get(ChronoField.DAY_OF_MONTH));
      case "hour" ->
          known instanceof LocalDateTime timestamp ? part(timestamp.getHour()) : Value.UNTOLD;
      default -> Value.UNTOLD;
    };
  }

  private static Value part(int number) {
    return Value.of((long) number);
  }
}
