package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY_TIME;
import static dev.sluice.sql.bind.Argument.ANY_TIME_OR_INTERVAL;
import static dev.sluice.sql.bind.Argument.DATE_OR_TIME;
import static dev.sluice.sql.bind.Argument.DATE_OR_TIME_OR_INTERVAL;
import static dev.sluice.sql.bind.Argument.DATE_OR_TIME_OR_TEXT;
import static dev.sluice.sql.bind.Argument.INTERVAL;
import static dev.sluice.sql.bind.Argument.NUMBER;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.WHOLE;
import static dev.sluice.sql.bind.Argument.WHOLE_OR_DATE_OR_TIME;
import static dev.sluice.sql.bind.Argument.WHOLE_OR_INTERVAL;
import static dev.sluice.sql.bind.TrinoFunctions.always;
import static dev.sluice.sql.bind.TrinoFunctions.argument;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;

/** Functions over dates and times. */
final class DateFunctions {
  private DateFunctions() {}

  /** Short forms of EXTRACT that intervals do not have, each with the name it is known by here. */
  private static final List<String> PARTS =
      List.of("quarter", "week", "day_of_week", "day_of_year", "year_of_week");

  static void addTo(TrinoFunctions functions) {
    Signature.Result zoned = always(Primitive.TIMESTAMP_WITH_TIME_ZONE);
    Signature.Result date = always(Primitive.DATE);
    Signature.Result text = always(Primitive.STRING);
    functions.scalar(Signature.of(date), "current_date");
    functions.scalar(Signature.of(zoned), "current_timestamp");
    functions.scalar(Signature.of(always(Primitive.TIMESTAMP)), "localtimestamp");
    functions.scalar(Signature.of(always(Times.of(3, true))), "current_time");
    functions.scalar(Signature.of(always(Times.of(3, false))), "localtime");
    functions.scalar(Signature.of(text), "current_timezone");
    functions.scalar(
        Signature.of(DateFunctions::partOfZone, DATE_OR_TIME), "timezone_hour", "timezone_minute");
    functions.scalar(Signature.of(date, DATE_OR_TIME_OR_TEXT), "date");
    functions.scalar(Signature.of(argument(1), TEXT, ANY_TIME), "date_trunc");
    functions.scalar(Signature.of(argument(2), TEXT, WHOLE, ANY_TIME), "date_add");
    functions.scalar(
        Signature.of(DateFunctions::difference, TEXT, ANY_TIME, ANY_TIME), "date_diff");
    functions.scalar(Signature.of(text, DATE_OR_TIME, TEXT), "date_format", "format_datetime");
    functions.scalar(Signature.of(always(Primitive.TIMESTAMP), TEXT, TEXT), "date_parse");
    functions.scalar(Signature.of(zoned, TEXT, TEXT), "parse_datetime");
    functions.scalar(Signature.of(zoned, NUMBER), "from_unixtime");
    functions.scalar(Signature.of(always(Primitive.DOUBLE), DATE_OR_TIME), "to_unixtime");
    functions.scalar(Signature.of(zoned, TEXT), "from_iso8601_timestamp");
    functions.scalar(Signature.of(date, TEXT), "from_iso8601_date");
    functions.scalar(Signature.of(DateFunctions::iso8601, DATE_OR_TIME), "to_iso8601");
    functions.scalar(
        Signature.of(types -> Optional.of(Timestamps.zoned(types.get(0))), DATE_OR_TIME, TEXT),
        "at_timezone");
    functions.scalar(
        Signature.of(
            types ->
                Timestamps.isZoned(types.get(0))
                    ? Optional.empty()
                    : Optional.of(Timestamps.zoned(types.get(0))),
            DATE_OR_TIME,
            TEXT),
        "with_timezone");
    functions.scalar(Signature.of(date, DATE_OR_TIME), "last_day_of_month");
    functions.scalar(
        Signature.of(always(Primitive.BIGINT), DATE_OR_TIME), PARTS.toArray(new String[0]));
    functions.scalar(
        Signature.of(types -> part(types, true), DATE_OR_TIME_OR_INTERVAL), "year", "month");
    functions.scalar(Signature.of(types -> part(types, false), DATE_OR_TIME_OR_INTERVAL), "day");
    functions.scalar(
        Signature.of(types -> part(types, false), ANY_TIME_OR_INTERVAL),
        "hour",
        "minute",
        "second",
        "millisecond");
    functions.scalar(Signature.of(types -> part(types, false), INTERVAL), "to_milliseconds");
    functions.scalar(Signature.of(always(Intervals.DAYS_TO_SECONDS), TEXT), "parse_duration");
    functions.scalar(
        Signature.of(
                DateFunctions::sequence,
                WHOLE_OR_DATE_OR_TIME,
                WHOLE_OR_DATE_OR_TIME,
                WHOLE_OR_INTERVAL)
            .least(2),
        "sequence");
  }

  /** Of times of day only among themselves. */
  private static Optional<DataType> difference(List<DataType> types) {
    DataType one = types.get(1);
    DataType other = types.get(2);
    return Types.isAny(one) || Types.isAny(other) || CommonType.of(one, other).isPresent()
        ? Optional.of(Primitive.BIGINT)
        : Optional.empty();
  }

  /** As long as the longest that there is. */
  private static Optional<DataType> iso8601(List<DataType> types) {
    DataType type = types.get(0);
    if (!Timestamps.isTimestamp(type)) {
      return Optional.of(new DataType.Varchar(16));
    }
    int digits = Timestamps.digits(type);
    int length = (Timestamps.isZoned(type) ? 28 : 22) + (digits == 0 ? 0 : digits + 1);
    return Optional.of(new DataType.Varchar(length));
  }

  /** Whole numbers, dates, or timestamps with the interval between them. */
  private static Optional<DataType> sequence(List<DataType> types) {
    Optional<DataType> common = CommonType.of(types.get(0), types.get(1));
    boolean isWhole = common.filter(Types::isWhole).isPresent();
    boolean isDate = common.filter(Primitive.DATE::equals).isPresent();
    boolean hasInterval = types.size() == 3 && Intervals.isInterval(types.get(2));
    boolean isOfNumbers = isWhole && !hasInterval;
    boolean fits =
        isOfNumbers || (isDate && (types.size() == 2 || hasInterval)) || (hasInterval && !isWhole);
    return fits
        ? common.map(type -> new DataType.Array(isWhole ? Primitive.BIGINT : type))
        : Optional.empty();
  }

  /** Parts of intervals are of the one kind or of the other. */
  private static Optional<DataType> part(List<DataType> types, boolean ofMonths) {
    DataType type = types.get(0);
    return Intervals.isInterval(type) && Intervals.isOfMonths(type) != ofMonths
        ? Optional.empty()
        : Optional.of(Primitive.BIGINT);
  }

  private static Optional<DataType> partOfZone(List<DataType> types) {
    return Timestamps.isZoned(types.get(0)) ? Optional.of(Primitive.BIGINT) : Optional.empty();
  }
}
