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
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

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
        .form("power", doubles("power"))
        .form("sqrt", doubles("sqrt"))
        .form("exp", doubles("exp"))
        .form("ln", logarithm("ln"))
        .form("log10", logarithm("log10"))
        .form("cast", SparkCasts::cast)
        .form("try_cast", SparkCasts::tryCast);
  }

  /** Spark widens a product's precision by one digit more and may then shed scale. */
  private static SqlNode times(FunctionCall call) {
    return call.resultType() instanceof DataType.Decimal decimal && decimal.precision() == 38
        ? refuseDigits(call)
        : sum(call);
  }

  /**
   * Spark counts the digits of whole numbers otherwise, so that the type has to be said; beyond 38
   * digits it sheds scale, though never below six.
   */
  private static SqlNode sum(FunctionCall call) {
    if (!(call.resultType() instanceof DataType.Decimal decimal) || call.count() == 1) {
      return call.same();
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

  private static SqlNode divided(FunctionCall call) {
    if (isWhole(call.resultType())) {
      SqlNode quotient = Nodes.call(Div.DIV, call.operand(0), call.operand(1));
      return call.cast(quotient, call.resultType());
    }
    if (call.resultType() instanceof DataType.Decimal) {
      return call.refuse("Spark rounds decimal quotients to another scale", SparkFunctions.SOURCE);
    }
    if (call.resultType() == Primitive.REAL) {
      return call.refuse("Spark divides reals as doubles", SparkFunctions.SOURCE);
    }
    call.caveat("dividing by zero fails, where Trino gives Infinity or NaN", SparkFunctions.SOURCE);
    return call.same();
  }

  private static SqlNode modulo(FunctionCall call) {
    if (call.resultType() == Primitive.DOUBLE || call.resultType() == Primitive.REAL) {
      call.caveat("a remainder by zero fails, where Trino gives NaN", SparkFunctions.SOURCE);
    }
    SqlNode rest = call.call(SqlStdOperatorTable.PERCENT_REMAINDER, call.operands());
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
      return call("round", call.operand(0), number(0));
    }
    if (call.whole(1).isEmpty()) {
      return call.refuse("Spark rounds to a constant number of digits only", SparkFunctions.SOURCE);
    }
    call.caveat(
        "Spark rounds a double's decimal digits, Trino its binary value: 2.675 to two digits is"
            + " 2.68 in Spark and 2.67 in Trino",
        SparkFunctions.SOURCE);
    return call("round", call.operand(0), call.operand(1));
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
      return when(fits, rounded, operand);
    };
  }

  private static FunctionForm doubles(String name) {
    return call -> {
      List<SqlNode> operands =
          call.operands().stream().map(operand -> asDouble(call, operand)).toList();
      return call(name, operands.toArray(SqlNode[]::new));
    };
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
