package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Intervals;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Arithmetic of intervals. What a fraction or a quotient of one gives, Trino cuts to whole months
 * or milliseconds and Spark rounds to months or microseconds; so it is computed in numbers.
 */
final class SparkIntervals {
  private static final long DAY = 86_400_000;

  private SparkIntervals() {}

  static void addTo(FunctionTable.Builder table) {
    table.form("to_milliseconds", call -> milliseconds(call, call.operand(0)));
  }

  /** Whether a call takes or gives intervals. */
  static boolean areIn(FunctionCall call) {
    return Intervals.isInterval(call.resultType())
        || call.operandTypes().stream().anyMatch(Intervals::isInterval);
  }

  /** What dates and timestamps become when intervals move them, and intervals out of intervals. */
  static SqlNode sum(FunctionCall call) {
    if (call.operandTypes().stream().allMatch(SparkDates::isMoment)
        && call.operandTypes().stream().anyMatch(SparkDates::isFine)) {
      return call.refuse("Trino rounds to milliseconds what lies between", SparkFunctions.SOURCE);
    }
    int interval = Intervals.isInterval(call.type(0)) ? 0 : 1;
    boolean moved =
        call.resultType() == Primitive.DATE && Intervals.isInterval(call.type(interval));
    return moved && !isOfDates(call.operand(interval), call.type(interval))
        ? movedDate(call, call.operand(1 - interval), call.operand(interval))
        : call.same();
  }

  /** Any other would make a timestamp of a date. */
  private static boolean isOfDates(SqlNode node, DataType type) {
    return Intervals.isOfMonths(type)
        || node instanceof SqlIntervalLiteral literal
            && literal
                    .getValueAs(SqlIntervalLiteral.IntervalValue.class)
                    .getIntervalQualifier()
                    .getUnit()
                == TimeUnit.DAY;
  }

  /** Trino moves a date by whole days and fails at others. */
  private static SqlNode movedDate(FunctionCall call, SqlNode date, SqlNode interval) {
    SqlNode millis = milliseconds(call, interval);
    SqlNode days = call.cast(Nodes.call(Div.DIV, millis, number(DAY)), Primitive.INTEGER);
    boolean back = call.original().getKind() == SqlKind.MINUS;
    SqlNode rest = Nodes.call(SqlStdOperatorTable.PERCENT_REMAINDER, millis, number(DAY));
    SqlNode moved = call(back ? "date_sub" : "date_add", date, days);
    SqlNode isNull = Nodes.or(Nodes.isNull(date), Nodes.isNull(interval));
    SqlNode isWhole = Nodes.call(SqlStdOperatorTable.EQUALS, rest, number(0));
    return Nodes.when(
        Nodes.or(isNull, isWhole), moved, call("raise_error", text("A date moves by whole days")));
  }

  static SqlNode times(FunctionCall call) {
    int interval = Intervals.isInterval(call.type(0)) ? 0 : 1;
    if (SparkNumbers.isWhole(call.type(1 - interval))) {
      return call.same();
    }
    SqlNode factor = SparkNumbers.asDouble(call, call.operand(1 - interval));
    return of(call, Nodes.times(count(call, call.operand(interval)), factor));
  }

  static SqlNode divided(FunctionCall call) {
    SqlNode divisor = SparkNumbers.asDouble(call, call.operand(1));
    return of(call, Nodes.dividedBy(count(call, call.operand(0)), divisor));
  }

  /** The interval of a number of months or milliseconds, cut to a whole one. */
  private static SqlNode of(FunctionCall call, SqlNode count) {
    if (Intervals.isOfMonths(call.resultType())) {
      return call("make_ym_interval", number(0), call.cast(count, Primitive.INTEGER));
    }
    SqlNode moment = call("timestamp_millis", call.cast(count, Primitive.BIGINT));
    return Nodes.minus(moment, epoch(call, Primitive.TIMESTAMP));
  }

  private static SqlNode count(FunctionCall call, SqlNode interval) {
    return Intervals.isOfMonths(call.resultType())
        ? months(call, interval)
        : milliseconds(call, interval);
  }

  private static SqlNode milliseconds(FunctionCall call, SqlNode interval) {
    return call("unix_millis", Nodes.plus(epoch(call, Primitive.TIMESTAMP), interval));
  }

  /** From the first of a month the day of the month is always reached. */
  private static SqlNode months(FunctionCall call, SqlNode interval) {
    SqlNode from = epoch(call, Primitive.DATE);
    return call("timestampdiff", Nodes.keyword("MONTH"), from, Nodes.plus(from, interval));
  }

  private static SqlNode epoch(FunctionCall call, DataType type) {
    return call.cast(text("1970-01-01"), type);
  }
}
