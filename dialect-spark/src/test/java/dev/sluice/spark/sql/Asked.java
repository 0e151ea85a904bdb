package dev.sluice.spark.sql;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spark.client.SparkEngine;
import java.util.ArrayList;
import java.util.List;

/** Sluice's SQL put to Spark by the whole path: plan, native text, rows. */
final class Asked {
  private static final EngineName SPARK = EngineName.of("spark");

  private final Sluice sluice;

  private Asked(Sluice sluice) {
    this.sluice = sluice;
  }

  static Asked of(SparkEngine engine) {
    return of(engine, InMemoryCatalog.builder().build());
  }

  /** The engine is shared and stays open; so nobody closes the Sluice. */
  static Asked of(SparkEngine engine, Catalog catalog) {
    return new Asked(
        Sluice.builder()
            .configuration(SluiceConfiguration.builder().prefer(List.of(SPARK)).build())
            .catalog(catalog)
            .engine(engine)
            .open());
  }

  Plan plan(String sql) {
    return sluice.plan(sql);
  }

  Candidate spark(String sql) {
    return plan(sql).decision().candidates().stream()
        .filter(candidate -> candidate.engine().equals(SPARK))
        .findFirst()
        .orElseThrow();
  }

  /** The rows, a text each. */
  List<String> rows(String sql) {
    return shown(sql).stream().map(row -> String.join(", ", row)).toList();
  }

  /** The values of the one row. */
  List<String> values(String sql) {
    return shown(sql).get(0);
  }

  private List<List<String>> shown(String sql) {
    List<List<String>> shown = new ArrayList<>();
    try (Rows rows = sluice.run(plan(sql), RunListener.NONE)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(Shown.value(rows.value(i)));
        }
        shown.add(row);
      }
    }
    return shown;
  }
}
