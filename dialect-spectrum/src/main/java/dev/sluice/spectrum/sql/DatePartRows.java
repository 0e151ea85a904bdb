package dev.sluice.spectrum.sql;

import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;

/**
 * Parts of dates and timestamps, as whole numbers of eight bytes (Amazon Redshift Database
 * Developer Guide, r_EXTRACT_function and r_Dateparts_for_datetime_functions, 2023-04-24).
 */
final class DatePartRows {
  private static final SqlOperator EXTRACT = new Syntax.Extract();
  private static final String ISO_WEEKS = Sources.patch("patch 194, 2025-10");

  /** Parts of the day, which a date has none of. */
  private static final Map<String, String> OF_DAY =
      Map.of("hour", "hour", "minute", "minute", "second", "second", "millisecond", "ms");

  private static final Map<String, String> OF_DATE =
      Map.of(
          "year",
          "year",
          "quarter",
          "quarter",
          "month",
          "month",
          "day",
          "day",
          "day_of_year",
          "doy");

  private DatePartRows() {}

  static void add(Rows rows) {
    OF_DATE.forEach((name, part) -> rows.form(name, call -> part(call, part)));
    OF_DAY.forEach((name, part) -> rows.form(name, call -> ofDay(call, part)));
    rows.form("day_of_week", DatePartRows::dayOfWeek);
    rows.form("week", call -> iso(call, "isoweek"));
    rows.form("year_of_week", call -> iso(call, "isoyear"));
  }

  private static SqlNode part(FunctionCall call, String part) {
    if (!Kinds.isDateOrTimestamp(call.type(0))) {
      return call.refuse("of " + call.type(0), Sources.guide("r_EXTRACT_function"));
    }
    boolean date = call.type(0) == Primitive.DATE;
    SqlNode source = date ? call.cast(call.operand(0), Primitive.TIMESTAMP) : call.operand(0);
    SqlNode extract = Nodes.call(EXTRACT, Nodes.keyword(part), source);
    // Whether seconds come with their fraction, the page does not say.
    SqlNode whole = part.equals("second") ? Nodes.call("FLOOR", extract) : extract;
    return TextRows.bigint(call, whole);
  }

  private static SqlNode ofDay(FunctionCall call, String part) {
    if (part.equals("ms") && Kinds.isFine(call.type(0))) {
      return call.refuse("of " + DateRows.FINER, Sources.guide("r_EXTRACT_function"));
    }
    return call.type(0) == Primitive.DATE
        ? call.refuse("a date has no time of day", Sources.TRINO)
        : part(call, part);
  }

  /** Monday is 1 in Trino; Sunday is 0 there. */
  private static SqlNode dayOfWeek(FunctionCall call) {
    SqlNode fromMonday = NumberRows.modulo(Nodes.plus(part(call, "dow"), Nodes.number(6)), 7);
    return call.by(SpectrumRules.MONDAY_IS_ONE, Nodes.plus(fromMonday, Nodes.number(1)));
  }

  /** What {@code week} counts is not said to be ISO's; the parts that say so are young. */
  private static SqlNode iso(FunctionCall call, String part) {
    call.caveat("needs Redshift patch 194; before, the query fails", ISO_WEEKS);
    return part(call, part);
  }
}
