package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionTable;
import org.apache.calcite.sql.SqlNode;

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
            });
  }
}
