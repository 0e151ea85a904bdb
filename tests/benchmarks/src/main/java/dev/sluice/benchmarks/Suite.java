package dev.sluice.benchmarks;

import dev.sluice.Catalog;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Table;
import java.util.List;

/**
 * Queries over tables of one database.
 *
 * @param catalog holds the tables and, where they have any, their partitions
 * @param tables all in one database
 * @param queries texts that both Sluice and Calcite read
 */
public record Suite(Catalog catalog, List<Table> tables, List<String> queries) {
  public Suite {
    tables = List.copyOf(tables);
    queries = List.copyOf(queries);
  }

  /** Tables without partitions. */
  Suite(List<Table> tables, List<String> queries) {
    this(catalog(tables), tables, queries);
  }

  /** {@code tpch}, {@code tpcds} or {@code nested}. */
  public static Suite of(String name) {
    return switch (name) {
      case "tpch" -> TpcSuites.tpch();
      case "tpcds" -> TpcSuites.tpcds();
      case "nested" -> NestedSuite.suite();
      default -> throw new IllegalArgumentException("No such suite: " + name);
    };
  }

  private static Catalog catalog(List<Table> tables) {
    InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
    tables.forEach(catalog::table);
    return catalog.build();
  }
}
