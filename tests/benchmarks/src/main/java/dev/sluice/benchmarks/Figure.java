package dev.sluice.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One line of the report.
 *
 * @param target what it should be at most; 0 for one that is only told
 */
record Figure(String name, double value, String unit, double target) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static List<Figure> of(Results results) {
    return List.of(
        ratio(results, "TPC-DS, 99 queries, beside Calcite", "tpcds", 2),
        allocated(results, "TPC-DS, allocated a query", "tpcds", 99, 3),
        each(results, "TPC-DS, a query", "tpcds", 99),
        new Figure(
            "TPC-DS, a query that was planned before",
            results.time("PlanningBenchmark.again", "tpcds") / 99,
            "ms",
            0),
        ratio(results, "TPC-H, 22 queries, beside Calcite", "tpch", 0),
        each(results, "TPC-H, a query", "tpch", 22),
        ratio(results, "Nested, 10 queries, beside Calcite", "nested", 0),
        each(results, "Nested, a query", "nested", 10),
        size(results, "SELECT * over 5,000 columns", "star5000", 50),
        size(results, "5,000 named columns", "named5000", 50),
        size(results, "IN of 10,000 literals", "in10000", 500),
        size(results, "1,000 branches of UNION ALL", "union1000", 500),
        size(results, "3,000 conditions joined by AND", "and3000", 0),
        new Figure(
            "4 of 100,000 partitions, warm",
            results.time("PartitionsBenchmark.sluice", ""),
            "ms",
            20),
        new Figure(
            "100,000 partitions, memory kept",
            results.counter("PartitionsBenchmark.sluice", "", "retained"),
            "MB",
            50),
        new Figure(
            "The last day of 100,000 hours, by the clock, warm",
            results.time("PartitionsBenchmark.lastDay", ""),
            "ms",
            20),
        new Figure(
            "The same with the key made a timestamp: each is asked",
            results.time("PartitionsBenchmark.lastDayByCast", ""),
            "ms",
            0),
        new Figure(
            "Drift of 100,000 partitions, 50 schemas of 300 columns",
            results.time("DriftBenchmark.first", ""),
            "ms",
            200),
        new Figure(
            "The same asked again, nothing changed",
            results.time("DriftBenchmark.known", ""),
            "ms",
            1),
        new Figure(
            "A plan over them, the drift known from before",
            results.time("DriftBenchmark.again", ""),
            "ms",
            0),
        new Figure(
            "Columns out of 10,000 files, nothing kept",
            results.time("FootersBenchmark.footers", "none"),
            "ms",
            10_000),
        new Figure(
            "Columns out of 10,000 files, kept on disk",
            results.time("FootersBenchmark.footers", "full"),
            "ms",
            0),
        explain(results, "First explain of a new Java", "none", 1_200),
        explain(results, "First explain, archived classes", "appcds", 700));
  }

  private static Figure ratio(Results results, String name, String suite, double target) {
    double sluice = results.time("PlanningBenchmark.sluice", suite);
    return new Figure(
        name, sluice / results.time("PlanningBenchmark.calcite", suite), "times", target);
  }

  private static Figure allocated(
      Results results, String name, String suite, int queries, double target) {
    double bytes = results.counter("PlanningBenchmark.sluice", suite, ALLOCATED);
    return new Figure(name, bytes / queries / 1e6, "MB", target);
  }

  private static Figure each(Results results, String name, String suite, int queries) {
    return new Figure(name, results.time("PlanningBenchmark.sluice", suite) / queries, "ms", 0);
  }

  private static Figure size(Results results, String name, String query, double target) {
    return new Figure(name, results.time("SizeBenchmark.sluice", query), "ms", target);
  }

  private static Figure explain(Results results, String name, String archive, double target) {
    return new Figure(name, results.time("FirstExplainBenchmark.sluice", archive), "ms", target);
  }

  boolean hasTarget() {
    return target > 0;
  }

  boolean isMissed() {
    return hasTarget() && value > target;
  }

  /** A row of a Markdown table. */
  String row() {
    String limit = hasTarget() ? number(target) + " " + unit : "";
    String verdict = hasTarget() ? (isMissed() ? "**missed**" : "met") : "";
    return "| %s | %s %s | %s | %s |".formatted(name, number(value), unit, limit, verdict);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value)
        .replaceAll("\\.0+$", "");
  }
}
