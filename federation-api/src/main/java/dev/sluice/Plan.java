package dev.sluice;

import java.util.List;

/**
 * What Sluice would do for a query: the decision, each engine's text, the tables and the columns.
 */
public record Plan(
    String sql, Decision decision, List<TableScan> tables, List<ResultColumn> columns) {
  public Plan {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
  }
}
