package dev.sluice.spark.sql;

import dev.sluice.sql.dialect.FunctionTable;

/**
 * What Spark makes of each function of Sluice's SQL. Sources: Apache Spark SQL reference, "Built-in
 * Functions" and "ANSI Compliance" (4.x, read 2026-11-22), and what our own tests execute.
 */
final class SparkFunctions {
  static final String SOURCE =
      "Apache Spark SQL reference, Built-in Functions (4.x); Sluice's tests";

  static final ArraySubscriptBase ARRAY_SUBSCRIPT = new ArraySubscriptBase();

  static final MapSubscriptRaises MAP_SUBSCRIPT = new MapSubscriptRaises();

  private SparkFunctions() {}

  static FunctionTable table() {
    FunctionTable.Builder table = FunctionTable.builder();
    SparkConditions.addTo(table);
    SparkNumbers.addTo(table);
    SparkText.addTo(table);
    SparkDates.addTo(table);
    SparkIntervals.addTo(table);
    SparkAggregates.addTo(table);
    SparkNested.addTo(table);
    RowsToBeHeld.addTo(table);
    return table.build();
  }
}
