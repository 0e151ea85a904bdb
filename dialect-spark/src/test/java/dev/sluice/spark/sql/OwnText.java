package dev.sluice.spark.sql;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Verdict;
import dev.sluice.spark.client.SparkEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text put to Spark as it stands, past the planner. */
final class OwnText {
  private static final EngineName SPARK = EngineName.of("spark");

  private OwnText() {}

  static Plan plan(String sql, List<ResultColumn> columns) {
    NativeQuery query = new NativeQuery(sql, List.of(), Set.of());
    Candidate candidate =
        new Candidate(SPARK, Verdict.NATIVE, query, List.of(), List.of(), List.of());
    Decision decision = new Decision(List.of(candidate), SPARK, SPARK, "by hand");
    return new Plan(sql, decision, List.of(), columns);
  }

  /** The rows, a text each. */
  static List<String> rows(SparkEngine engine, Plan plan) {
    List<String> shown = new ArrayList<>();
    try (Rows rows = engine.run(plan, RunListener.NONE)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(Shown.value(rows.value(i)));
        }
        shown.add(String.join(", ", row));
      }
    }
    return shown;
  }
}
