package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;
import static dev.sluice.sql.dialect.Nodes.when;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Arithmetic. */
final class SparkNumbers {
  /** Beyond this every double is whole. */
  private static final long ALL_WHOLE = 1L << 53;

  private SparkNumbers() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .form("+", SparkNumbers::sum)
        .form("-", SparkNumbers::sum)
        .form("*", SparkNumbers::times)
        .form("/", SparkNumbers::divided)
        .form("%", SparkNumbers::modulo)
        .form("mod", SparkNumbers::modulo)
        .form("abs", FunctionCall::same)
        .form("round", SparkNumbers::round)
        .form("floor", whole("floor"))
        .form("ceil", whole("ceil"))
        .form("power", nearly(doubles("power")))
        .form("sqrt", doubles("sqrt"))
        .form("exp", nearly(doubles("exp")))
        .form("ln", nearly(logarithm("ln")))
        .form("log10", nearly(logarithm("log10")))
        .form("cast", SparkCasts::castOrFail)
        .form("try_cast", SparkCasts::tryCast);
  }

  /** Spark widens a product's precision by one digit more and may then shed scale. */
  private static SqlNode times(FunctionCall call) {
    if (SparkIntervals.areIn(call)) {
      return SparkIntervals.times(call);
    }
    return call.resultType() instanceof DataType.Decimal decimal && decimal.precision() == 38
        ? refuseDigits(call)
        : sum(call);
  }

  /**
   * Spark counts the digits of whole numbers otherwise, so that the type has to be said; beyond 38
   * digits it sheds scale, though never below six.
   */
  private static SqlNode sum(FunctionCall call) {
    if (SparkIntervals.areIn(call) && call.count() > 1) {
      return SparkIntervals.sum(call);
    }
    if (!(call.resultType() instanceof DataType.Decimal decimal) || call.count() == 1) {
      return call.call(call.original().getOperator(), alike(call));
    }
    return decimal.precision() > 36 && decimal.scale() > 6
        ? refuseDigits(call)
        : call.cast(call.same(), decimal);
  }

  private static SqlNode refuseDigits(FunctionCall call) {
    return call.refuse(
        "results of more than 38 digits lose scale in Spark where Trino fails",
        "Apache Spark SQL reference, ANSI Compliance, decimals (4.x)");
  }

  /** Beside a real Trino makes the other number a real, Spark makes both doubles. */
  static List<SqlNode> alike(FunctionCall call) {
    if (call.resultType() != Primitive.REAL) {
      return call.operands();
    }
    List<SqlNode> reals = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      boolean real = call.type(i) == Primitive.REAL;
      reals.add(real ? call.operand(i) : call.cast(call.operand(i), Primitive.REAL));
      if (!real) {
        call.remarks().applied(SparkRules.COMPARE_AS_REALS.name());
      }
    }
    return reals;
  }

  private static SqlNode divided(FunctionCall call) {
    if (SparkIntervals.areIn(call)) {
      return SparkIntervals.divided(call);
    }
    if (isWhole(call.resultType())) {
      SqlNode quotient = Nodes.call(Div.DIV, call.operand(0), call.operand(1));
      return call.by(SparkRules.WHOLE_DIVISION, call.cast(quotient, call.resultType()));
    }
    if (call.resultType() instanceof DataType.Decimal) {
      return call.refuse("Spark rounds decimal quotients to another scale", SparkFunctions.SOURCE);
    }
    return quotient(call);
  }

  /** The quotient of two reals, taken as doubles and rounded once more, is the same real. */
  private static SqlNode quotient(FunctionCall call) {
    SqlNode quotient = call.call(call.original().getOperator(), alike(call));
    return call.resultType() == Primitive.REAL ? call.cast(quotient, Primitive.REAL) : quotient;
  }

  private static SqlNode modulo(FunctionCall call) {
    if (call.resultType() == Primitive.DOUBLE || call.resultType() == Primitive.REAL) {
      call.caveat("a remainder by zero fails, where Trino gives NaN", SparkFunctions.SOURCE);
    }
    SqlNode rest = call.call(SqlStdOperatorTable.PERCENT_REMAINDER, alike(call));
    return call.resultType() instanceof DataType.Decimal
        ? call.cast(rest, call.resultType())
        : rest;
  }

  private static SqlNode round(FunctionCall call) {
    if (isWhole(call.type(0))) {
      return call.count() == 1
          ? call.operand(0)
          : call.cast(call("round", call.operand(0), call.operand(1)), call.resultType());
    }
    if (call.type(0) instanceof DataType.Decimal) {
      boolean literal = call.count() == 1 || call.whole(1).isPresent();
      return literal
          ? call.cast(call("round", call.operands().toArray(SqlNode[]::new)), call.resultType())
          : call.refuse("Spark rounds to a constant number of digits only", SparkFunctions.SOURCE);
    }
    if (call.count() == 1) {
      return signed(call, call("round", call.operand(0), number(0)), call.operand(0));
    }
    return call.whole(1).isEmpty()
        ? call.refuse("Spark rounds to a constant number of digits only", SparkFunctions.SOURCE)
        : roundBinary(call, call.whole(1).getAsLong());
  }

  /** Trino shifts the point by a multiplication, Spark rounds the digits that print. */
  private static SqlNode roundBinary(FunctionCall call, long digits) {
    call.caveat(
        "numbers too large for a bigint once the point is shifted are not rounded alike",
        SparkFunctions.SOURCE);
    SqlNode factor = approximate("1E" + digits);
    SqlNode shifted = Nodes.times(asDouble(call, call.operand(0)), factor);
    SqlNode rounded = signed(call, call("round", shifted, number(0)), shifted);
    SqlNode value = Nodes.dividedBy(rounded, factor);
    return call.resultType() == Primitive.REAL ? call.cast(value, Primitive.REAL) : value;
  }

  /** What rounds to zero keeps its sign in Trino, and loses it in Spark. */
  private static SqlNode signed(FunctionCall call, SqlNode rounded, SqlNode operand) {
    SqlNode product = Nodes.times(operand, approximate("0E0"));
    return when(
        Nodes.call(SqlStdOperatorTable.EQUALS, rounded, number(0)),
        call.resultType() == Primitive.REAL && call.count() == 1
            ? call.cast(product, Primitive.REAL)
            : product,
        rounded);
  }

  /** Spark's floor and ceil of a double are bigints; Trino's stay doubles. */
  private static FunctionForm whole(String name) {
    return call -> {
      SqlNode operand = call.operand(0);
      if (isWhole(call.type(0))) {
        return operand;
      }
      SqlNode rounded = call.cast(call(name, operand), call.resultType());
      if (call.type(0) instanceof DataType.Decimal) {
        return rounded;
      }
      SqlNode fits =
          Nodes.call(SqlStdOperatorTable.LESS_THAN, call("abs", operand), number(ALL_WHOLE));
      return when(fits, signed(call, rounded, operand), operand);
    };
  }

  private static FunctionForm doubles(String name) {
    return call -> {
      List<SqlNode> operands =
          call.operands().stream().map(operand -> asDouble(call, operand)).toList();
      return call(name, operands.toArray(SqlNode[]::new));
    };
  }

  /** Spark asks Java's StrictMath, Trino Java's Math; both keep within the last digit. */
  private static FunctionForm nearly(FunctionForm form) {
    return call -> {
      call.caveat("the last of some 16 digits may differ", SparkFunctions.SOURCE);
      return form.call(call);
    };
  }

  static SqlNode approximate(String number) {
    return SqlLiteral.createApproxNumeric(number, SqlParserPos.ZERO);
  }

  static SqlNode asDouble(FunctionCall call, SqlNode operand) {
    return call.cast(operand, Primitive.DOUBLE);
  }

  /** Of zero and of what is below it Spark answers NULL, Trino -Infinity and NaN. */
  private static FunctionForm logarithm(String name) {
    return call -> {
      SqlNode x = asDouble(call, call.operand(0));
      SqlNode below =
          when(
              Nodes.call(SqlStdOperatorTable.LESS_THAN, x, number(0)),
              call.cast(text("NaN"), Primitive.DOUBLE),
              call(name, x));
      return when(
          Nodes.call(SqlStdOperatorTable.EQUALS, x, number(0)),
          call.cast(text("-Infinity"), Primitive.DOUBLE),
          below);
    };
  }

  static boolean isWhole(DataType type) {
    return type == Primitive.TINYINT
        || type == Primitive.SMALLINT
        || type == Primitive.INTEGER
        || type == Primitive.BIGINT;
  }
}
