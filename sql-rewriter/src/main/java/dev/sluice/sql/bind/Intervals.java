package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserUtil;

/**
 * The two kinds of intervals, which are operands only: no column and no result has their types. One
 * counts months, the other milliseconds (Trino documentation, "Date and time functions and
 * operators"; Trino 411, statements tried 2026-11-26).
 */
public final class Intervals {
  /** Counted in milliseconds. */
  static final DataType DAYS_TO_SECONDS =
      new DataType.Unsupported("interval day to second", Types.NO_COLUMN);

  /** Counted in months. */
  static final DataType YEARS_TO_MONTHS =
      new DataType.Unsupported("interval year to month", Types.NO_COLUMN);

  private static final int UNSAID = -1;

  /** Calcite knows of no larger number. */
  private static final int MOST_DIGITS = 10;

  private Intervals() {}

  /** Both types. */
  public static Set<DataType> types() {
    return Set.of(DAYS_TO_SECONDS, YEARS_TO_MONTHS);
  }

  /** Whether a type is that of an interval. */
  public static boolean isInterval(DataType type) {
    return type.equals(DAYS_TO_SECONDS) || type.equals(YEARS_TO_MONTHS);
  }

  /** Whether a type is that of an interval which counts months. */
  public static boolean isOfMonths(DataType type) {
    return type.equals(YEARS_TO_MONTHS);
  }

  static DataType type(SqlIntervalQualifier qualifier) {
    return qualifier.isYearMonth() ? YEARS_TO_MONTHS : DAYS_TO_SECONDS;
  }

  /**
   * The months or milliseconds of a literal; empty where they are no whole number or their text is
   * none that Calcite reads.
   */
  public static OptionalLong amount(SqlIntervalLiteral literal) {
    SqlIntervalLiteral.IntervalValue value =
        literal.getValueAs(SqlIntervalLiteral.IntervalValue.class);
    SqlIntervalQualifier unit = ofAnySize(value.getIntervalQualifier());
    try {
      long amount =
          unit.isYearMonth()
              ? SqlParserUtil.intervalToMonths(value.getIntervalLiteral(), unit)
              : SqlParserUtil.intervalToMillis(value.getIntervalLiteral(), unit);
      return OptionalLong.of(amount * value.getSign());
    } catch (RuntimeException e) {
      return OptionalLong.empty();
    }
  }

  /** Calcite would take two digits only where the text names no number of them. */
  private static SqlIntervalQualifier ofAnySize(SqlIntervalQualifier unit) {
    return new SqlIntervalQualifier(
        unit.getStartUnit(), MOST_DIGITS, unit.getEndUnit(), UNSAID, unit.getParserPosition());
  }

  /**
   * The type of {@code left kind right}, at least one of them being a date, a time or an interval.
   */
  static Optional<DataType> arithmetic(SqlKind kind, DataType left, DataType right) {
    return switch (kind) {
      case PLUS -> moved(left, right).or(() -> moved(right, left)).or(() -> alike(left, right));
      case MINUS -> moved(left, right).or(() -> alike(left, right)).or(() -> between(left, right));
      case TIMES -> scaled(left, right).or(() -> scaled(right, left));
      case DIVIDE -> scaled(left, right);
      default -> Optional.empty();
    };
  }

  private static Optional<DataType> moved(DataType time, DataType interval) {
    if (Times.isTime(time) && interval.equals(DAYS_TO_SECONDS)) {
      return Optional.of(Times.moved(time));
    } else if (!Types.isDateOrTime(time) || !isInterval(interval)) {
      return Optional.empty();
    }
    boolean keeps = time == Primitive.DATE || isOfMonths(interval);
    return Optional.of(keeps ? time : Timestamps.inMillisecondsAtLeast(time));
  }

  private static Optional<DataType> alike(DataType left, DataType right) {
    return isInterval(left) && left.equals(right) ? Optional.of(left) : Optional.empty();
  }

  private static Optional<DataType> between(DataType left, DataType right) {
    return Types.isDateOrTime(left) && Types.isDateOrTime(right)
            || Times.isPlain(left) && Times.isPlain(right)
        ? Optional.of(DAYS_TO_SECONDS)
        : Optional.empty();
  }

  private static Optional<DataType> scaled(DataType interval, DataType number) {
    return isInterval(interval) && Types.isNumber(number)
        ? Optional.of(interval)
        : Optional.empty();
  }
}
