package dev.sluice.tests.live;

import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as lists. */
public final class Answers {
  private Answers() {}

  public static List<List<@Nullable Object>> to(Sluice sluice, String sql) {
    try (Rows rows = sluice.query(sql)) {
      return all(rows);
    }
  }

  /** To a plan. */
  public static List<List<@Nullable Object>> of(Sluice sluice, Plan plan) {
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      return all(rows);
    }
  }

  /** What is left of {@code rows}. */
  public static List<List<@Nullable Object>> all(Rows rows) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    while (rows.next()) {
      all.add(row(rows));
    }
    return all;
  }

  private static List<@Nullable Object> row(Rows rows) {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      row.add(rows.value(i));
    }
    return row;
  }
}
