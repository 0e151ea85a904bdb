package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;

/** Aggregates and window functions. */
final class SparkAggregates {
  private SparkAggregates() {}

  static void addTo(FunctionTable.Builder table) {
    FunctionForm same = FunctionCall::same;
    table
        .same("count", "first_value", "last_value")
        .same("min", "max")
        .form("lag", ordered(SparkAggregates::shifted))
        .form("lead", ordered(SparkAggregates::shifted))
        .form("percent_rank", ordered(same))
        .form("cume_dist", ordered(same))
        .same("count_if", "bool_and", "bool_or", "stddev", "stddev_pop", "variance", "var_pop")
        .form("listagg", SparkAggregates::listagg)
        .form("sum", sum())
        .form("avg", average())
        .form("approx_distinct", SparkAggregates::approxDistinct)
        .form("row_number", ordered(same).castToResult())
        .form("rank", same.castToResult())
        .form("dense_rank", same.castToResult())
        .form("ntile", ordered(same).castToResult());
  }

  private static SqlNode shifted(FunctionCall call) {
    return call.count() > 1 && call.whole(1).isEmpty()
        ? call.refuse("Spark's offset is a constant", SparkFunctions.SOURCE)
        : call.same();
  }

  /** Where Trino numbers rows in any order Spark wants one said: an order of all rows alike. */
  private static FunctionForm ordered(FunctionForm form) {
    return new FunctionForm() {
      @Override
      public SqlNode call(FunctionCall call) {
        return form.call(call);
      }

      @Override
      public SqlNode around(FunctionCall call, SqlNode whole) {
        return whole instanceof SqlCall over
                && over.getKind() == SqlKind.OVER
                && over.operand(1) instanceof SqlWindow window
                && window.getOrderList().isEmpty()
            ? Nodes.call(over.getOperator(), over.operand(0), alike(window))
            : whole;
      }
    };
  }

  private static SqlWindow alike(SqlWindow window) {
    return new SqlWindow(
        window.getParserPosition(),
        window.getDeclName(),
        window.getRefName(),
        window.getPartitionList(),
        SqlNodeList.of(Nodes.nullLiteral()),
        SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
        window.getLowerBound(),
        window.getUpperBound(),
        null,
        window.getExclude());
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
        if (SparkIntervals.areIn(call)) {
          return call.refuse("Spark rounds the average of intervals", SparkFunctions.SOURCE);
        }
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

  /** Trino documentation, functions/aggregate, listagg. */
  private static SqlNode listagg(FunctionCall call) {
    call.caveat(
        "a text of more than 1,048,576 bytes is an answer in Spark, where Athena fails",
        SparkFunctions.SOURCE);
    return call.same();
  }

  private static SqlNode approxDistinct(FunctionCall call) {
    return call("approx_count_distinct", call.operand(0));
  }
}
