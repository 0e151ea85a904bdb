package dev.sluice.sql.plan;

import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.Parameter;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are known without an engine.
 *
 * @param by who knows them, where an engine's name would stand
 * @param why one sentence for a person
 */
record AnsweredPlan(EngineName by, String why) {
  static final AnsweredPlan BY_CATALOG =
      new AnsweredPlan(EngineName.of("catalog"), "The catalog answers this; no engine is asked.");

  /** By the query's own text. */
  static AnsweredPlan alone(String why) {
    return new AnsweredPlan(EngineName.of("plan"), why);
  }

  Plan of(
      String sql,
      List<ResultColumn> columns,
      List<List<@Nullable Object>> rows,
      List<String> notes,
      List<Parameter> parameters) {
    Decision decision = new Decision(List.of(), null, by, why);
    return new Plan(sql, decision, List.of(), columns, notes, parameters, rows, null);
  }
}
