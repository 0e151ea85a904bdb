package dev.sluice.spectrum.sql;

import dev.sluice.sql.dialect.FunctionTable;

/**
 * What Redshift makes of each function and operator of Sluice's SQL. A row gives the same rows as
 * Trino, or says for which data it does not, or refuses.
 */
final class SpectrumFunctions {
  private SpectrumFunctions() {}

  static FunctionTable table() {
    Rows rows = new Rows();
    LiteralRows.add(rows);
    ConditionRows.add(rows);
    LikeRows.add(rows);
    CastRows.add(rows);
    TextRows.add(rows);
    PatternRows.add(rows);
    NumberRows.add(rows);
    DateRows.add(rows);
    IntervalRows.add(rows);
    DatePartRows.add(rows);
    AggregateRows.add(rows);
    WindowRows.add(rows);
    NestedRows.add(rows);
    RowsToBeHeld.add(rows);
    return rows.table();
  }
}
