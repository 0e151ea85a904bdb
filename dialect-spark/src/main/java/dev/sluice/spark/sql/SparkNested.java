package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Arrays and maps. */
final class SparkNested {
  private SparkNested() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .same("dot")
        .form(
            "item",
            call ->
                call.type(0) instanceof DataType.MapOf
                    ? SparkFunctions.MAP_SUBSCRIPT.call(call)
                    : SparkFunctions.ARRAY_SUBSCRIPT.call(call))
        .form("array", call -> call("array", call.operands().toArray(SqlNode[]::new)))
        .form(
            "cardinality",
            call -> call.cast(call("size", call.operand(0)), DataType.Primitive.BIGINT))
        .renamed("element_at", "try_element_at")
        .form(
            "contains",
            call -> {
              SparkConditions.warnOfNotANumber(call);
              return call("array_contains", call.operand(0), call.operand(1));
            })
        .same("map_keys", "map_values");
    lambdas(table);
  }

  /**
   * A condition that is NULL for some element makes any_match NULL unless another element meets it,
   * as in Spark with its three-valued logic, the default since 3.0.
   */
  private static void lambdas(FunctionTable.Builder table) {
    table
        .same("transform", "filter", "zip_with", "map_filter", "transform_values")
        .renamed("any_match", "exists")
        .renamed("all_match", "forall")
        .form(
            "none_match",
            call -> call(SqlStdOperatorTable.NOT, call("exists", call.operand(0), call.operand(1))))
        .form(
            "reduce",
            call ->
                call.type(1).equals(call.type(2))
                    ? call.call(Nodes.function("aggregate"), call.operands())
                    : call.refuse(
                        "Spark's state has one type from start to end", SparkFunctions.SOURCE));
  }
}
