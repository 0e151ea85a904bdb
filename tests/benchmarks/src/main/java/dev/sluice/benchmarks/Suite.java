package dev.sluice.benchmarks;

import dev.sluice.Catalog;
import dev.sluice.Table;
import dev.sluice.tests.Tpc;
import java.util.List;

/**
 * Queries over tables of one database.
 *
 * @param catalog holds the tables and, where they have any, their partitions
 * @param tables all in one database
 * @param queries texts that both Sluice and Calcite read
 */
record Suite(Catalog catalog, List<Table> tables, List<String> queries) {
  Suite {
    tables = List.copyOf(tables);
    queries = List.copyOf(queries);
  }

  /** {@code value} is a bare name in Trino and in Sluice, and a reserved word in Calcite. */
  private static Suite of(Tpc tpc) {
    List<String> queries =
        tpc.queries().stream().map(text -> text.replace(" value", " \"value\"")).toList();
    return new Suite(tpc.catalog(), tpc.tables(), queries);
  }

  /** {@code tpch}, {@code tpcds} or {@code nested}. */
  static Suite of(String name) {
    return switch (name) {
      case "tpch" -> of(Tpc.h());
      case "tpcds" -> of(Tpc.ds());
      case "nested" -> NestedSuite.suite();
      default -> throw new IllegalArgumentException("No such suite: " + name);
    };
  }
}
