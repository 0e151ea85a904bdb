package dev.sluice.tests.live;

import dev.sluice.Rows;
import dev.sluice.Sluice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as lists. */
final class Answers {
  private Answers() {}

  static List<List<@Nullable Object>> to(Sluice sluice, String sql) {
    try (Rows rows = sluice.query(sql)) {
      return all(rows);
    }
  }

  /** What is left of {@code rows}. */
  static List<List<@Nullable Object>> all(Rows rows) {
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
