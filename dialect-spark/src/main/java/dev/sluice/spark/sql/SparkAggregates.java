package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import org.apache.calcite.sql.SqlNode;

/** Aggregates and window functions. */
final class SparkAggregates {
  private SparkAggregates() {}

  static void addTo(FunctionTable.Builder table) {
    FunctionForm same = FunctionCall::same;
    table
        .same("count", "min", "max", "lag", "lead", "first_value", "last_value")
        .same("count_if", "bool_and", "bool_or", "percent_rank", "cume_dist")
        .same("stddev", "stddev_pop", "variance", "var_pop")
        .form("sum", sum())
        .form("avg", average())
        .form("approx_distinct", SparkAggregates::approxDistinct)
        .form("row_number", same.castToResult())
        .form("rank", same.castToResult())
        .form("dense_rank", same.castToResult())
        .form("ntile", same.castToResult());
  }

  /** Spark sums reals as doubles and gives decimals ten digits more, not all 38. */
  private static FunctionForm sum() {
    return new FunctionForm() {
      @Override
      public SqlNode call(FunctionCall call) {
        return call.same();
      }

      @Override
      public SqlNode around(FunctionCall call, SqlNode whole) {
        boolean differs =
            call.resultType() == Primitive.REAL || call.resultType() instanceof DataType.Decimal;
        return differs ? call.cast(whole, call.resultType()) : whole;
      }
    };
  }

  private static FunctionForm average() {
    return new FunctionForm() {
      @Override
      public SqlNode call(FunctionCall call) {
        return call.resultType() instanceof DataType.Decimal
            ? call.refuse("Spark rounds averages of decimals twice", SparkFunctions.SOURCE)
            : call.same();
      }

      @Override
      public SqlNode around(FunctionCall call, SqlNode whole) {
        return call.resultType() == Primitive.REAL ? call.cast(whole, call.resultType()) : whole;
      }
    };
  }

  private static SqlNode approxDistinct(FunctionCall call) {
    call.caveat(
        "the count is an estimate, and each engine's estimate is another", SparkFunctions.SOURCE);
    return call("approx_count_distinct", call.operand(0));
  }
}
