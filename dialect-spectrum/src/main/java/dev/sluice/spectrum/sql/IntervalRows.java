package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Intervals;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Dates and timestamps that intervals move, and what lies between two. Redshift has had intervals
 * since patch 180, but a date and one of days give a timestamp there (Amazon Redshift Database
 * Developer Guide, r_interval_data_types, 2025); DATEADD and DATEDIFF are older and mean what Trino
 * means.
 *
 * <pre>
 * d + 3 * INTERVAL '1' MONTH
 * CAST(DATEADD(month, 3 * 1, d) AS DATE)
 * </pre>
 */
final class IntervalRows {
  private static final String PAGE = Sources.guide2025("r_interval_data_types");

  /** A part of time and how many of them. */
  private record Amount(String part, SqlNode number) {}

  private record Part(String name, long milliseconds) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("day", 86_400_000),
          new Part("hour", 3_600_000),
          new Part("minute", 60_000),
          new Part("second", 1_000),
          new Part("millisecond", 1));

  private IntervalRows() {}

  static void add(Rows rows) {
    rows.intervals("to_milliseconds", IntervalRows::milliseconds);
  }

  /** Whether a call takes or gives intervals. */
  static boolean areIn(FunctionCall call) {
    return Intervals.isInterval(call.resultType())
        || call.operandTypes().stream().anyMatch(Intervals::isInterval);
  }

  static SqlNode sum(FunctionCall call) {
    if (Kinds.isDateOrTimestamp(call.resultType())) {
      return moved(call);
    } else if (call.count() == 1) {
      return call.same();
    }
    return Intervals.isInterval(call.type(0)) ? refuse(call, "sums of intervals") : between(call);
  }

  private static SqlNode refuse(FunctionCall call, String why) {
    return call.refuse(why, PAGE);
  }

  private static SqlNode moved(FunctionCall call) {
    int interval = Intervals.isInterval(call.type(0)) ? 0 : 1;
    boolean date = call.resultType() == Primitive.DATE;
    boolean back = call.original().getKind() == SqlKind.MINUS;
    Optional<Amount> amount =
        amount(call.operand(interval), back)
            .filter(by -> !date || by.part().equals("month") || by.part().equals("day"));
    if (amount.isEmpty()) {
      return refuse(
          call,
          "an interval that is no literal, with or without a whole number before it, or one that"
              + " moves a date by parts of a day");
    }
    SqlNode part = Nodes.keyword(amount.get().part());
    SqlNode sum = Nodes.call("DATEADD", part, amount.get().number(), call.operand(1 - interval));
    return date ? call.cast(sum, Primitive.DATE) : sum;
  }

  /** What the rows of this class have made of an interval. */
  private static Optional<Amount> amount(SqlNode interval, boolean negative) {
    if (interval instanceof SqlIntervalLiteral literal) {
      return literal(literal, negative);
    } else if (interval.getKind() == SqlKind.MINUS_PREFIX) {
      return amount(((SqlCall) interval).operand(0), !negative);
    } else if (interval.getKind() == SqlKind.TIMES) {
      SqlCall product = (SqlCall) interval;
      return amount(product.operand(1), negative)
          .map(by -> new Amount(by.part(), Nodes.times(product.operand(0), by.number())));
    }
    return Optional.empty();
  }

  /** In the largest part that there is a whole number of, since DATEADD counts in four bytes. */
  private static Optional<Amount> literal(SqlIntervalLiteral literal, boolean negative) {
    OptionalLong amount = Intervals.amount(literal);
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    long signed = negative ? -amount.getAsLong() : amount.getAsLong();
    boolean months =
        literal
            .getValueAs(SqlIntervalLiteral.IntervalValue.class)
            .getIntervalQualifier()
            .isYearMonth();
    return months ? of("month", signed) : inParts(signed);
  }

  private static Optional<Amount> inParts(long milliseconds) {
    return PARTS.stream()
        .filter(part -> milliseconds % part.milliseconds() == 0)
        .findFirst()
        .flatMap(part -> of(part.name(), milliseconds / part.milliseconds()));
  }

  private static Optional<Amount> of(String part, long number) {
    return number == (int) number
        ? Optional.of(new Amount(part, Nodes.number(number)))
        : Optional.empty();
  }

  /** The number first, as {@link #amount} looks for it. */
  static SqlNode times(FunctionCall call) {
    int interval = Intervals.isInterval(call.type(0)) ? 0 : 1;
    DataType type = call.type(1 - interval);
    if (!Kinds.isInteger(type)) {
      return refuse(call, "an interval times anything but a whole number");
    }
    SqlNode factor = DateRows.fourBytes(call, call.operand(1 - interval), type);
    return Nodes.times(factor, call.operand(interval));
  }

  /** Between dates there are integers in Redshift, so both become timestamps. */
  private static SqlNode between(FunctionCall call) {
    for (DataType type : call.operandTypes()) {
      if (!Kinds.isDateOrTimestamp(type)) {
        return refuse(call, "a difference of " + call.type(0) + " and " + call.type(1));
      } else if (Kinds.isFine(type)) {
        return refuse(call, "a difference of " + DateRows.FINER);
      }
    }
    return Nodes.minus(DateRows.instant(call, 0, false), DateRows.instant(call, 1, false));
  }

  private static SqlNode milliseconds(FunctionCall call) {
    return call.operand(0).getKind() == SqlKind.MINUS
        ? difference(call.operand(0))
        : refuse(call, "of anything but a difference of dates or timestamps");
  }

  private static SqlNode difference(SqlNode minus) {
    SqlCall between = (SqlCall) minus;
    return Nodes.call(
        "DATEDIFF", Nodes.keyword("millisecond"), between.operand(1), between.operand(0));
  }
}
