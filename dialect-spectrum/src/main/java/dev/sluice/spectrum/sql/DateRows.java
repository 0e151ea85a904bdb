package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** The clock, arithmetic and text of dates and timestamps. */
final class DateRows {
  /** What Athena cuts or rounds to milliseconds where Redshift may not. */
  static final String FINER = "timestamps finer than milliseconds; cast them to timestamp";

  private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");
  private static final Set<String> DAY_UNITS = Set.of("second", "minute", "hour");

  /** How many milliseconds a unit has, where it always has as many. */
  private static final Map<String, Long> MILLISECONDS =
      Map.of(
          "millisecond",
          1L,
          "second",
          1_000L,
          "minute",
          60_000L,
          "hour",
          3_600_000L,
          "day",
          86_400_000L,
          "week",
          604_800_000L);

  private DateRows() {}

  static void add(Rows rows) {
    rows.form("current_date", call -> clock(call, Primitive.DATE));
    rows.form("current_timestamp", call -> clock(call, Primitive.TIMESTAMP_WITH_TIME_ZONE));
    rows.instants("date", DateRows::date);
    rows.form("date_trunc", DateRows::dateTrunc);
    rows.form("date_add", DateRows::dateAdd);
    rows.form("date_diff", DateRows::dateDiff);
    rows.form("date_format", DateRows::dateFormat);
    rows.form("to_unixtime", DateRows::toUnixTime);
    rows.refused(
        "date_parse",
        "TO_TIMESTAMP reads text more freely than Athena and adds a time zone",
        Sources.guide("r_TO_TIMESTAMP"));
    rows.refused(
        "from_unixtime",
        "its result has a time zone, and how Redshift would show it depends on the session",
        Sources.guide("r_Dateparts_for_datetime_functions"));
    rows.refused(
        "from_iso8601_timestamp",
        "how Redshift reads such text depends on the session",
        Sources.guide("c_Supported_data_types"));
  }

  /** CURRENT_TIMESTAMP is for the leader node only. */
  private static SqlNode clock(FunctionCall call, DataType type) {
    if (Timestamps.isTimestamp(type) && Timestamps.digits(call.resultType()) != 3) {
      return call.refuse(
          "with other digits than milliseconds", Sources.guide("Date_functions_header"));
    }
    return call.by(SpectrumRules.GETDATE, call.cast(Nodes.call("GETDATE"), type));
  }

  private static SqlNode date(FunctionCall call) {
    if (call.type(0) instanceof DataType.Char) {
      return call.refuse("of CHAR", Sources.guide("r_Character_types"));
    }
    return call.cast(call.operand(0), Primitive.DATE);
  }

  private static Optional<String> unit(FunctionCall call) {
    return call.text(0).map(unit -> unit.toLowerCase(Locale.ROOT));
  }

  /** It gives a timestamp there (r_DATE_TRUNC, 2023-04-24); weeks start on Monday on both sides. */
  private static SqlNode dateTrunc(FunctionCall call) {
    boolean date = call.type(1) == Primitive.DATE;
    Optional<String> unit =
        unit(call).filter(u -> DATE_UNITS.contains(u) || !date && DAY_UNITS.contains(u));
    if (unit.isEmpty() || !Kinds.isDateOrTimestamp(call.type(1))) {
      return call.refuse(
          "a unit that is no literal, or not one of its type", Sources.guide("r_DATE_TRUNC"));
    }
    SqlNode cut = Nodes.call("DATE_TRUNC", Nodes.text(unit.get()), call.operand(1));
    return date ? asDate(call, cut) : cut;
  }

  /**
   * It gives a timestamp there. Months end as in Trino, but a year after 29 February is 1 March
   * unless it is said as twelve months (r_DATEADD_function, 2023-04-24).
   */
  private static SqlNode dateAdd(FunctionCall call) {
    boolean date = call.type(2) == Primitive.DATE;
    Optional<String> unit =
        unit(call).filter(u -> DATE_UNITS.contains(u) || !date && MILLISECONDS.containsKey(u));
    if (unit.isEmpty() || !Kinds.isDateOrTimestamp(call.type(2))) {
      return call.refuse(
          "a unit that is no literal, or not one of its type", Sources.guide("r_DATEADD_function"));
    } else if (unit.get().equals("millisecond") && Timestamps.digits(call.type(2)) < 3) {
      return call.refuse(
          "milliseconds to " + call.type(2) + ", which Athena rounds", Sources.TRINO);
    }
    int months =
        switch (unit.get()) {
          case "quarter" -> 3;
          case "year" -> 12;
          default -> 0;
        };
    SqlNode part = Nodes.keyword(months > 0 ? "month" : unit.get());
    SqlNode sum = Nodes.call("DATEADD", part, amount(call, months), call.operand(2));
    return date ? asDate(call, sum) : sum;
  }

  private static SqlNode asDate(FunctionCall call, SqlNode timestamp) {
    return call.by(SpectrumRules.DATE_STAYS_DATE, call.cast(timestamp, Primitive.DATE));
  }

  private static SqlNode amount(FunctionCall call, int times) {
    SqlNode whole = fourBytes(call, call.operand(1), call.type(1));
    return times == 0 ? whole : Nodes.times(whole, Nodes.number(times));
  }

  /** DATEADD counts in four bytes. */
  static SqlNode fourBytes(FunctionCall call, SqlNode number, DataType type) {
    return type == Primitive.BIGINT && !(number instanceof SqlNumericLiteral)
        ? call.cast(number, Primitive.INTEGER)
        : number;
  }

  /** Complete units; DATEDIFF counts the boundaries between (r_DATEDIFF_function, 2023-04-24). */
  private static SqlNode dateDiff(FunctionCall call) {
    Optional<String> unit = unit(call).filter(MILLISECONDS::containsKey);
    String page = Sources.guide("r_DATEDIFF_function");
    if (unit.isEmpty()) {
      return call.refuse("complete months or years, or a unit that is no literal", page);
    } else if (!Kinds.isDateOrTimestamp(call.type(1)) || !Kinds.isDateOrTimestamp(call.type(2))) {
      return call.refuse("of " + call.type(1) + " and " + call.type(2), page);
    } else if (Kinds.isFine(call.type(1)) || Kinds.isFine(call.type(2))) {
      return call.refuse("of " + FINER, page);
    }
    boolean dates = call.type(1) == Primitive.DATE && call.type(2) == Primitive.DATE;
    String counted = dates ? "day" : "millisecond";
    long divisor = milliseconds(unit.get()) / milliseconds(counted);
    if (divisor == 0) {
      return call.refuse("a date has no time of day", Sources.TRINO);
    }
    SqlNode difference =
        Nodes.call(
            "DATEDIFF", Nodes.keyword(counted), instant(call, 1, dates), instant(call, 2, dates));
    return call.by(
        SpectrumRules.COMPLETE_UNITS,
        divisor == 1 ? difference : Nodes.dividedBy(difference, Nodes.number(divisor)));
  }

  private static long milliseconds(String unit) {
    return MILLISECONDS.getOrDefault(unit, 0L);
  }

  static SqlNode instant(FunctionCall call, int index, boolean asDate) {
    return asDate || Timestamps.isPlain(call.type(index))
        ? call.operand(index)
        : call.cast(call.operand(index), Primitive.TIMESTAMP);
  }

  private static SqlNode dateFormat(FunctionCall call) {
    String page = Sources.guide2025("r_FORMAT_strings");
    if (!Kinds.isDateOrTimestamp(call.type(0))) {
      return call.refuse("of " + call.type(0), page);
    } else if (Kinds.isFine(call.type(0))) {
      return call.refuse("of " + FINER, page);
    }
    SqlNode value = instant(call, 0, false);
    return call.text(1)
        .flatMap(format -> DateTexts.formatted(value, format))
        .orElseGet(
            () -> call.refuse("a format that is no literal or has a code without match", page));
  }

  private static SqlNode toUnixTime(FunctionCall call) {
    if (!Kinds.isDateOrTimestamp(call.type(0))) {
      return call.refuse("of " + call.type(0), Sources.guide("r_DATEDIFF_function"));
    } else if (Kinds.isFine(call.type(0))) {
      return call.refuse("of " + FINER, Sources.guide("r_DATEDIFF_function"));
    }
    SqlNode epoch = call.cast(Nodes.text("1970-01-01 00:00:00"), Primitive.TIMESTAMP);
    SqlNode difference =
        Nodes.call("DATEDIFF", Nodes.keyword("millisecond"), epoch, instant(call, 0, false));
    return Nodes.dividedBy(call.cast(difference, Primitive.DOUBLE), Nodes.number(1_000));
  }
}
