package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.keyword;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;

import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Dates and times. */
final class SparkDates {
  private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");
  private static final Set<String> TIME_UNITS = Set.of("millisecond", "second", "minute", "hour");
  private static final Set<String> CALENDAR_UNITS = Set.of("month", "quarter", "year");

  private SparkDates() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .form("current_date", call -> call("current_date"))
        .form("current_timestamp", call -> call("current_timestamp"))
        .form("date", SparkDates::date)
        .form("date_trunc", SparkDates::truncate)
        .form("date_add", SparkDates::add)
        .form("date_diff", SparkDates::difference)
        .form("date_format", SparkDates::format)
        .form("date_parse", SparkDates::parse)
        .form("from_unixtime", SparkDates::fromUnix)
        .form("to_unixtime", SparkDates::toUnix)
        .form("from_iso8601_timestamp", SparkDates::fromIso)
        .form("year", part("year"))
        .form("quarter", part("quarter"))
        .form("month", part("month"))
        .form("week", part("weekofyear"))
        .form("day", part("day"))
        .form("day_of_year", part("dayofyear"))
        .form("hour", part("hour"))
        .form("minute", part("minute"))
        .form("second", part("second"))
        .form("day_of_week", SparkDates::dayOfWeek)
        .form("year_of_week", call -> datePart(call, "YEAROFWEEK"))
        .form("millisecond", SparkDates::millisecond);
  }

  private static FunctionForm part(String name) {
    return call -> call.cast(call(name, call.operand(0)), Primitive.BIGINT);
  }

  private static SqlNode datePart(FunctionCall call, String part) {
    return call.cast(call("date_part", text(part), call.operand(0)), Primitive.BIGINT);
  }

  /** Monday is 0 in Spark's weekday. */
  private static SqlNode dayOfWeek(FunctionCall call) {
    return call.cast(Nodes.plus(call("weekday", call.operand(0)), number(1)), Primitive.BIGINT);
  }

  private static SqlNode millisecond(FunctionCall call) {
    SqlNode millis = call("unix_millis", call.operand(0));
    return call("pmod", millis, number(1000));
  }

  private static SqlNode date(FunctionCall call) {
    return SparkConditions.isText(call.type(0))
        ? SparkCasts.cast(call)
        : call.cast(call.operand(0), Primitive.DATE);
  }

  private static Optional<String> unit(FunctionCall call, boolean onDate) {
    return call.text(0)
        .map(unit -> unit.toLowerCase(Locale.ROOT))
        .filter(unit -> DATE_UNITS.contains(unit) || (!onDate && TIME_UNITS.contains(unit)));
  }

  private static SqlNode refuseUnit(FunctionCall call) {
    return call.refuse(
        "the unit has to be a constant that fits the type, such as 'day'", SparkFunctions.SOURCE);
  }

  private static boolean isDate(FunctionCall call, int operand) {
    return call.type(operand) == Primitive.DATE;
  }

  private static SqlNode truncate(FunctionCall call) {
    if (unit(call, isDate(call, 1)).isEmpty()) {
      return refuseUnit(call);
    }
    SqlNode truncated = call("date_trunc", call.operand(0), call.operand(1));
    return isDate(call, 1) ? call.cast(truncated, Primitive.DATE) : truncated;
  }

  private static SqlNode add(FunctionCall call) {
    Optional<String> unit = unit(call, isDate(call, 2));
    if (unit.isEmpty()) {
      return refuseUnit(call);
    }
    SqlNode sum =
        call(
            "timestampadd",
            keyword(unit.get().toUpperCase(Locale.ROOT)),
            call.cast(call.operand(1), Primitive.INTEGER),
            call.operand(2));
    return isDate(call, 2) ? call.cast(sum, Primitive.DATE) : sum;
  }

  private static SqlNode difference(FunctionCall call) {
    boolean dates = isDate(call, 1) && isDate(call, 2);
    Optional<String> unit = unit(call, dates);
    if (unit.isEmpty()) {
      return refuseUnit(call);
    }
    if (CALENDAR_UNITS.contains(unit.get())) {
      call.caveat(
          "from the last days of a month Spark may count a month less than Trino: from 31 January"
              + " to 29 February there is 1 month in Trino and none in Spark",
          SparkFunctions.SOURCE);
    }
    return call(
        "timestampdiff",
        keyword(unit.get().toUpperCase(Locale.ROOT)),
        call.operand(1),
        call.operand(2));
  }

  private static SqlNode format(FunctionCall call) {
    return call.text(1)
        .flatMap(DatePatterns::toJava)
        .map(pattern -> call("date_format", call.operand(0), text(pattern)))
        .orElseGet(() -> refusePattern(call));
  }

  private static SqlNode parse(FunctionCall call) {
    return call.text(1)
        .flatMap(DatePatterns::toJava)
        .map(pattern -> call("to_timestamp", call.operand(0), text(pattern)))
        .orElseGet(() -> refusePattern(call));
  }

  private static SqlNode refusePattern(FunctionCall call) {
    return call.refuse(
        "only constant formats of %Y %y %m %d %H %i %s %f %T %j %M %b %W %a are taken over",
        SparkFunctions.SOURCE);
  }

  private static SqlNode fromUnix(FunctionCall call) {
    return call("timestamp_seconds", call.operand(0));
  }

  private static SqlNode toUnix(FunctionCall call) {
    SqlNode moment = call.cast(call.operand(0), Primitive.TIMESTAMP);
    SqlNode micros = call.cast(call("unix_micros", moment), Primitive.DOUBLE);
    return Nodes.dividedBy(micros, call.cast(number(1_000_000), Primitive.DOUBLE));
  }

  private static SqlNode fromIso(FunctionCall call) {
    call.caveat(
        "Spark also reads texts that Trino refuses, such as '2019-3-7 1:2'", SparkFunctions.SOURCE);
    return call.cast(call.operand(0), Primitive.TIMESTAMP);
  }
}
