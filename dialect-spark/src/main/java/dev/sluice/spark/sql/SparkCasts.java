package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlLibraryOperators;

/** Casts that mean the same; the rest is refused. */
final class SparkCasts {
  private static final String SOURCE = "Apache Spark SQL reference, ANSI Compliance, CAST (4.x)";

  /** No number, date or timestamp prints longer. */
  private static final int LONGEST_PRINTED = 48;

  private SparkCasts() {}

  static SqlNode cast(FunctionCall call) {
    DataType from = call.type(0);
    DataType to = call.resultType();
    SqlNode operand = call.operand(0);
    if (from == Primitive.UNKNOWN && SparkConditions.isText(to)) {
      return call.cast(operand, Primitive.STRING);
    } else if (from.equals(to) || from == Primitive.UNKNOWN && call.types().spell(to).isPresent()) {
      return call.cast(operand, to);
    } else if (SparkConditions.isText(to)) {
      return toText(call, operand, from, to);
    } else if (isNumber(from) && isNumber(to)) {
      return numbers(call, operand, from, to);
    } else if (SparkConditions.isText(from)) {
      return fromText(call, operand, to);
    } else if (SparkDates.isMoment(from) && SparkDates.isMoment(to)) {
      return moments(call, operand);
    } else if (to == Primitive.BOOLEAN && SparkNumbers.isWhole(from)
        || from == Primitive.BOOLEAN && SparkNumbers.isWhole(to)) {
      return call.cast(operand, to);
    }
    return refuse(call);
  }

  private static SqlNode refuse(FunctionCall call) {
    return call.refuse(
        "a cast from "
            + call.type(0)
            + " to "
            + call.resultType()
            + " is not known to mean the same",
        SOURCE);
  }

  /** Trino rounds to fewer digits; {@link #rounded} does so to seconds and milliseconds. */
  private static SqlNode moments(FunctionCall call, SqlNode operand) {
    boolean keeps = !losesDigits(call) || isRoundedTo(call.resultType());
    return keeps ? call.cast(operand, call.resultType()) : refuse(call);
  }

  private static boolean losesDigits(FunctionCall call) {
    DataType to = call.resultType();
    return Timestamps.isTimestamp(to) && Timestamps.digits(call.type(0)) > Timestamps.digits(to);
  }

  private static boolean isRoundedTo(DataType type) {
    return Timestamps.digits(type) == 0 || Timestamps.digits(type) == 3;
  }

  private static SqlNode numbers(FunctionCall call, SqlNode operand, DataType from, DataType to) {
    if (SparkNumbers.isWhole(to) && !SparkNumbers.isWhole(from)) {
      // Trino rounds half away from zero, Spark cuts.
      return call.by(SparkRules.ROUND_FIRST, call.cast(call("round", operand, number(0)), to));
    }
    if (to instanceof DataType.Decimal && from == Primitive.REAL) {
      return refuse(call);
    }
    return call.cast(operand, to);
  }

  private static SqlNode toText(FunctionCall call, SqlNode operand, DataType from, DataType to) {
    SqlNode printed;
    if (SparkConditions.isText(from)) {
      printed = operand;
    } else if (SparkNumbers.isWhole(from)
        || from instanceof DataType.Decimal
        || from == Primitive.BOOLEAN
        || from == Primitive.DATE) {
      printed = call.cast(operand, Primitive.STRING);
    } else if (Timestamps.isPlain(from)) {
      String digits = "S".repeat(Timestamps.digits(from));
      String pattern = "yyyy-MM-dd HH:mm:ss" + (digits.isEmpty() ? "" : "." + digits);
      printed = call("date_format", operand, text(pattern));
    } else {
      return refuse(call);
    }
    if (to instanceof DataType.Varchar bounded) {
      // Trino cuts a text that is too long when the source is text, and fails otherwise.
      return SparkConditions.isText(from)
          ? call("left", printed, number(bounded.length()))
          : bounded.length() >= LONGEST_PRINTED ? printed : refuse(call);
    }
    return to instanceof DataType.Char ? refuse(call) : printed;
  }

  private static SqlNode fromText(FunctionCall call, SqlNode operand, DataType to) {
    boolean known =
        SparkNumbers.isWhole(to)
            || to instanceof DataType.Decimal
            || to == Primitive.DOUBLE
            || to == Primitive.BOOLEAN
            || to == Primitive.DATE
            || Timestamps.isPlain(to) && isRoundedTo(to);
    if (!known) {
      return refuse(call);
    }
    return call.cast(operand, to);
  }

  /** Texts and timestamps with more digits of a second are rounded. */
  private static SqlNode rounded(FunctionCall call, SqlNode cast) {
    boolean texts = SparkConditions.isText(call.type(0)) && Timestamps.isPlain(call.resultType());
    boolean moments = SparkDates.isMoment(call.type(0)) && losesDigits(call);
    return (texts || moments) && isRoundedTo(call.resultType())
        ? SparkDates.rounded(cast, Timestamps.digits(call.resultType()))
        : cast;
  }

  static SqlNode castOrFail(FunctionCall call) {
    return rounded(call, cast(call));
  }

  static SqlNode tryCast(FunctionCall call) {
    SqlNode whole = cast(call);
    SqlNode tried =
        whole instanceof SqlCall cast && cast.getKind() == SqlKind.CAST
            ? Nodes.call(SqlLibraryOperators.TRY_CAST, cast.operand(0), cast.operand(1))
            : whole;
    return rounded(call, tried);
  }

  private static boolean isNumber(DataType type) {
    return SparkNumbers.isWhole(type)
        || type instanceof DataType.Decimal
        || type == Primitive.REAL
        || type == Primitive.DOUBLE;
  }
}
