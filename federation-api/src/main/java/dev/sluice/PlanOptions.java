package dev.sluice;

import java.util.List;

/**
 * The policy for one query.
 *
 * @param prefer engines to try first, in this order; the others follow in their usual order
 * @param strict refuse candidates that carry a caveat
 * @param requirePartitionFilter refuse a query that would read every partition of a table
 * @param inspectFiles look into files of what the query reads, since only they know how they were
 *     written; else the plan says where that could matter
 * @param answerAlone answer without an engine what no row of a table bears on: {@code WHERE 1 = 0},
 *     {@code LIMIT 0}, {@code SELECT 1}; else such a query is planned like any other
 * @param fallback what happens where only an engine of last resort can answer
 */
public record PlanOptions(
    List<EngineName> prefer,
    boolean strict,
    boolean requirePartitionFilter,
    boolean inspectFiles,
    boolean answerAlone,
    Fallback fallback) {
  public static final PlanOptions DEFAULT = new PlanOptions(List.of(), false);

  public PlanOptions {
    prefer = List.copyOf(prefer);
  }

  public PlanOptions(List<EngineName> prefer, boolean strict) {
    this(prefer, strict, false, false, false, Fallback.QUERY);
  }

  public PlanOptions withPrefer(List<EngineName> engines) {
    return new PlanOptions(
        engines, strict, requirePartitionFilter, inspectFiles, answerAlone, fallback);
  }

  public PlanOptions withStrict(boolean newStrict) {
    return new PlanOptions(
        prefer, newStrict, requirePartitionFilter, inspectFiles, answerAlone, fallback);
  }

  public PlanOptions withRequirePartitionFilter(boolean required) {
    return new PlanOptions(prefer, strict, required, inspectFiles, answerAlone, fallback);
  }

  public PlanOptions withInspectFiles(boolean inspect) {
    return new PlanOptions(prefer, strict, requirePartitionFilter, inspect, answerAlone, fallback);
  }

  public PlanOptions withAnswerAlone(boolean alone) {
    return new PlanOptions(prefer, strict, requirePartitionFilter, inspectFiles, alone, fallback);
  }

  public PlanOptions withFallback(Fallback newFallback) {
    return new PlanOptions(
        prefer, strict, requirePartitionFilter, inspectFiles, answerAlone, newFallback);
  }
}
