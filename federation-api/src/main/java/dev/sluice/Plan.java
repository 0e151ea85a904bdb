package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Sluice would do for a query: the decision, each engine's text, the tables and the columns.
 *
 * @param notes what else bore on the plan, for a person: each cell that an overlay changed, say
 * @param parameters each {@code ?} of the query, in the order of the text
 * @param answer the rows themselves, where the catalog answers and no engine is asked; else null
 */
public record Plan(
    String sql,
    Decision decision,
    List<TableScan> tables,
    List<ResultColumn> columns,
    List<String> notes,
    List<Parameter> parameters,
    @Nullable List<List<@Nullable Object>> answer) {
  public Plan {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    answer = answer == null ? null : List.copyOf(answer);
    parameters = List.copyOf(parameters);
  }

  public Plan(
      String sql,
      Decision decision,
      List<TableScan> tables,
      List<ResultColumn> columns,
      List<String> notes) {
    this(sql, decision, tables, columns, notes, List.of());
  }

  public Plan(
      String sql,
      Decision decision,
      List<TableScan> tables,
      List<ResultColumn> columns,
      List<String> notes,
      List<Parameter> parameters) {
    this(sql, decision, tables, columns, notes, parameters, null);
  }

  public Plan(String sql, Decision decision, List<TableScan> tables, List<ResultColumn> columns) {
    this(sql, decision, tables, columns, List.of());
  }
}
