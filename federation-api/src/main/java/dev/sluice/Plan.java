package dev.sluice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Sluice would do for a query: the decision, each engine's text, the tables and the columns.
 *
 * @param notes what else bore on the plan, for a person: each cell that an overlay changed, say
 * @param parameters each {@code ?} of the query, in the order of the text
 * @param answer the rows themselves, where the catalog answers and no engine is asked; else null
 * @param holdsUntil the last time at which the plan may be run, where partitions were selected by
 *     what the clock shows (<code>current_date</code>, say); null where it holds as long as the
 *     catalog stays as it is
 */
public record Plan(
    String sql,
    Decision decision,
    List<TableScan> tables,
    List<ResultColumn> columns,
    List<String> notes,
    List<Parameter> parameters,
    @Nullable List<List<@Nullable Object>> answer,
    @Nullable Instant holdsUntil) {
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
    this(sql, decision, tables, columns, notes, parameters, null, null);
  }

  public Plan(String sql, Decision decision, List<TableScan> tables, List<ResultColumn> columns) {
    this(sql, decision, tables, columns, List.of());
  }

  /** The same, for one of the candidates to answer and no other. */
  public Plan only(Candidate candidate) {
    return with(candidate, tables);
  }

  /**
   * The plan as the engine of one candidate gets it: that candidate alone, and the tables that it
   * reads.
   */
  public Plan of(Candidate candidate) {
    Map<TableName, TableScan> twins = new HashMap<>();
    candidate.twins().forEach(twin -> twins.put(twin.source(), twin.scan()));
    List<TableScan> read = new ArrayList<>();
    tables.forEach(scan -> read.add(twins.getOrDefault(scan.table().name(), scan)));
    return with(candidate, read);
  }

  private Plan with(Candidate candidate, List<TableScan> read) {
    EngineName engine = candidate.engine();
    Decision alone = new Decision(List.of(candidate), engine, engine, decision.explanation());
    return new Plan(sql, alone, read, columns, notes, parameters, answer, holdsUntil);
  }
}
