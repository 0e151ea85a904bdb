package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.keyword;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTimeLiteral;
import org.apache.calcite.sql.SqlTimestampLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Dates and times. */
final class SparkDates {
  private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");
  private static final Set<String> TIME_UNITS = Set.of("millisecond", "second", "minute", "hour");
  private static final Map<String, Integer> MONTHS = Map.of("month", 1, "quarter", 3, "year", 12);

  /** Spark takes 70 as 2070 where Trino takes it as 1970, and reads no names of weekdays. */
  private static final Pattern NOT_PARSED = Pattern.compile("%[yWa]");

  /** Of a second, in Spark. */
  static final int MOST_DIGITS = 6;

  private static final String NO_TIME = "Sluice's table of functions";

  private static final Pattern FINE_INTERVAL = Pattern.compile("\\.\\d{3}\\d*[1-9]");

  private SparkDates() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .form("current_date", call -> call("current_date"))
        .form("current_timestamp", SparkDates::now)
        .form(FunctionTable.LITERAL, SparkDates::literal)
        .form("date", SparkDates::date)
        .form("date_trunc", SparkDates::truncate)
        .form("date_add", SparkDates::add)
        .form("date_diff", SparkDates::difference)
        .form("date_format", SparkDates::format)
        .form("date_parse", SparkDates::parse)
        .form("from_unixtime", SparkDates::fromUnix)
        .form("to_unixtime", SparkDates::toUnix)
        .form("from_iso8601_timestamp", SparkDates::fromIso)
        .form("year", partOrRefusal("year"))
        .form("quarter", part("quarter"))
        .form("month", partOrRefusal("month"))
        .form("week", part("weekofyear"))
        .form("day", partOrRefusal("day"))
        .form("day_of_year", part("dayofyear"))
        .form("hour", partOrRefusal("hour"))
        .form("minute", partOrRefusal("minute"))
        .form("second", partOrRefusal("second"))
        .form("day_of_week", SparkDates::dayOfWeek)
        .form("year_of_week", call -> datePart(call, "YEAROFWEEK"))
        .form("millisecond", SparkDates::millisecond);
  }

  private static SqlNode now(FunctionCall call) {
    return Timestamps.digits(call.resultType()) == 3
        ? milliseconds(call("current_timestamp"))
        : call.refuse("with other digits than milliseconds", SparkFunctions.SOURCE);
  }

  private static FunctionForm part(String name) {
    return call -> call.cast(call(name, call.operand(0)), Primitive.BIGINT);
  }

  /** Of what intervals have parts of too. */
  private static FunctionForm partOrRefusal(String name) {
    FunctionForm part = part(name);
    return call -> SparkIntervals.areIn(call) ? refusePart(call) : part.call(call);
  }

  private static SqlNode refusePart(FunctionCall call) {
    return call.refuse("of an interval: Spark's has not been tested", SparkFunctions.SOURCE);
  }

  private static SqlNode datePart(FunctionCall call, String part) {
    return call.cast(call("date_part", text(part), call.operand(0)), Primitive.BIGINT);
  }

  /** Monday is 0 in Spark's weekday. */
  private static SqlNode dayOfWeek(FunctionCall call) {
    SqlNode fromOne = Nodes.plus(call("weekday", call.operand(0)), number(1));
    return call.by(SparkRules.MONDAY_IS_ONE, call.cast(fromOne, Primitive.BIGINT));
  }

  private static SqlNode millisecond(FunctionCall call) {
    if (SparkIntervals.areIn(call)) {
      return refusePart(call);
    }
    SqlNode millis = call("unix_millis", call.operand(0));
    return call("pmod", millis, number(1000));
  }

  private static SqlNode date(FunctionCall call) {
    return SparkConditions.isText(call.type(0))
        ? SparkCasts.castOrFail(call)
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
    return isDate(call, 1) ? asDate(call, truncated) : truncated;
  }

  private static SqlNode add(FunctionCall call) {
    Optional<String> unit = unit(call, isDate(call, 2));
    if (unit.isEmpty()) {
      return refuseUnit(call);
    } else if (unit.get().equals("millisecond") && Timestamps.digits(call.type(2)) < 3) {
      return call.refuse("Trino rounds to the digits of " + call.type(2), SparkFunctions.SOURCE);
    }
    SqlNode sum =
        call(
            "timestampadd",
            keyword(unit.get().toUpperCase(Locale.ROOT)),
            call.cast(call.operand(1), Primitive.INTEGER),
            call.operand(2));
    return isDate(call, 2) ? asDate(call, sum) : sum;
  }

  private static SqlNode asDate(FunctionCall call, SqlNode timestamp) {
    return call.by(SparkRules.DATE_STAYS_DATE, call.cast(timestamp, Primitive.DATE));
  }

  /** Counts by which a month's last day is a month after a later day of the month before. */
  private static SqlNode calendarDifference(FunctionCall call, int months) {
    SqlNode from = call.operand(1);
    SqlNode to = call.operand(2);
    SqlNode forward = Nodes.call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, from, to);
    SqlNode count =
        Nodes.when(
            forward,
            wholeMonths(call, from, to),
            Nodes.call(SqlStdOperatorTable.UNARY_MINUS, wholeMonths(call, to, from)));
    return call.by(
        SparkRules.COMPLETE_MONTHS,
        months == 1 ? count : Nodes.call(Div.DIV, count, number(months)));
  }

  /** Spark counts a month when the day of the month is reached, Trino when adding would reach. */
  private static SqlNode wholeMonths(FunctionCall call, SqlNode from, SqlNode to) {
    SqlNode counted = call("timestampdiff", keyword("MONTH"), from, to);
    SqlNode next = Nodes.plus(counted, number(1));
    SqlNode reached =
        call("timestampadd", keyword("MONTH"), call.cast(next, Primitive.INTEGER), from);
    return Nodes.when(
        Nodes.call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, reached, to), next, counted);
  }

  /** Cut to what a timestamp of Sluice's SQL holds. */
  static SqlNode milliseconds(SqlNode timestamp) {
    return call("date_trunc", text("MILLISECOND"), timestamp);
  }

  /** Digits beyond those that Spark's types hold would be cut without a word. */
  private static SqlNode literal(FunctionCall call) {
    SqlNode literal = call.operand(0);
    if (literal instanceof SqlTimeLiteral) {
      call.refuse("whether Spark's times of day mean the same has not been tested", NO_TIME);
      return literal;
    }
    boolean cut =
        literal instanceof SqlTimestampLiteral moment && moment.getPrec() > MOST_DIGITS
            || literal instanceof SqlIntervalLiteral interval
                && FINE_INTERVAL.matcher(String.valueOf(interval.getValue())).find();
    boolean escapes =
        literal instanceof SqlCharStringLiteral text
            && text.getValueAs(String.class).indexOf('\\') >= 0;
    if (escapes) {
      return call.by(SparkRules.DOUBLE_BACKSLASHES, literal);
    }
    return cut ? refuseLiteral(call) : literal;
  }

  private static SqlNode refuseLiteral(FunctionCall call) {
    call.refuse(
        "Spark has no more than six digits of a second, and Trino's intervals have three",
        SparkFunctions.SOURCE);
    return call.operand(0);
  }

  private static SqlNode difference(FunctionCall call) {
    boolean dates = isDate(call, 1) && isDate(call, 2);
    Optional<String> unit = unit(call, dates);
    if (unit.isEmpty()) {
      return refuseUnit(call);
    }
    Integer months = MONTHS.get(unit.get());
    if (months != null) {
      return calendarDifference(call, months);
    }
    return call(
        "timestampdiff",
        keyword(unit.get().toUpperCase(Locale.ROOT)),
        coarse(call, 1),
        coarse(call, 2));
  }

  /** Trino counts in milliseconds, cut. */
  private static SqlNode coarse(FunctionCall call, int index) {
    return isFine(call.type(index)) ? milliseconds(call.operand(index)) : call.operand(index);
  }

  /** Whether a type is that of a date or a timestamp. */
  static boolean isMoment(DataType type) {
    return type == Primitive.DATE || Timestamps.isTimestamp(type);
  }

  /** Finer than what a column holds. */
  static boolean isFine(DataType type) {
    return Timestamps.isTimestamp(type) && Timestamps.digits(type) > 3;
  }

  /** Half a unit is rounded up, before 1970 too. */
  static SqlNode rounded(SqlNode moment, int digits) {
    boolean seconds = digits == 0;
    SqlNode half = number(seconds ? 500_000 : 500);
    SqlNode raised = call("timestampadd", keyword("MICROSECOND"), half, moment);
    return call("date_trunc", text(seconds ? "SECOND" : "MILLISECOND"), raised);
  }

  private static SqlNode format(FunctionCall call) {
    return call.text(1)
        .flatMap(DatePatterns::toJava)
        .filter(pattern -> !pattern.isEmpty())
        .map(pattern -> call("date_format", inMilliseconds(call), text(pattern)))
        .orElseGet(() -> refusePattern(call));
  }

  /** Trino rounds before it writes. */
  private static SqlNode inMilliseconds(FunctionCall call) {
    return isFine(call.type(0)) ? rounded(call.operand(0), 3) : call.operand(0);
  }

  private static SqlNode parse(FunctionCall call) {
    String format = call.text(1).orElse("");
    if (NOT_PARSED.matcher(format).find()) {
      return call.refuse("Spark reads %y, %W and %a otherwise or not", SparkFunctions.SOURCE);
    }
    Optional<String> pattern = DatePatterns.toJava(format).filter(java -> !java.isEmpty());
    if (pattern.isEmpty()) {
      return refusePattern(call);
    }
    call.caveat(
        "Spark fails where a number has fewer digits than the format, which Trino reads:"
            + " '2020-2-9' as %Y-%m-%d",
        SparkFunctions.SOURCE);
    SqlNode parsed = call("to_timestamp", call.operand(0), text(pattern.get()));
    return format.contains("%f") ? milliseconds(parsed) : parsed;
  }

  private static SqlNode refusePattern(FunctionCall call) {
    return call.refuse(
        "only constant formats of %Y %y %m %c %d %e %H %k %h %I %l %p %i %s %f %T %r %j %M %b %W %a"
            + " are taken over",
        SparkFunctions.SOURCE);
  }

  private static SqlNode fromUnix(FunctionCall call) {
    if (SparkNumbers.isWhole(call.type(0))) {
      return call("timestamp_seconds", call.operand(0));
    }
    // Trino rounds to milliseconds, a half of one upwards.
    SqlNode millis =
        Nodes.times(SparkNumbers.asDouble(call, call.operand(0)), SparkNumbers.approximate("1E3"));
    return call(
        "timestamp_millis", call("floor", Nodes.plus(millis, SparkNumbers.approximate("5E-1"))));
  }

  private static SqlNode toUnix(FunctionCall call) {
    SqlNode moment = call.cast(call.operand(0), Primitive.TIMESTAMP);
    SqlNode micros = call.cast(call("unix_micros", moment), Primitive.DOUBLE);
    return Nodes.dividedBy(micros, call.cast(number(1_000_000), Primitive.DOUBLE));
  }

  private static SqlNode fromIso(FunctionCall call) {
    call.caveat(
        "Spark also reads texts that Trino refuses, such as '2019-3-7 1:2', fails at others, such as"
            + " '2019-03-07T01:02Z', and does not keep the zone of a text, which Trino's hour() is of",
        SparkFunctions.SOURCE);
    return milliseconds(call.cast(call.operand(0), Primitive.TIMESTAMP));
  }
}
