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
 */
public record PlanOptions(
    List<EngineName> prefer, boolean strict, boolean requirePartitionFilter, boolean inspectFiles) {
  public static final PlanOptions DEFAULT = new PlanOptions(List.of(), false);

  public PlanOptions {
    prefer = List.copyOf(prefer);
  }

  public PlanOptions(List<EngineName> prefer, boolean strict) {
    this(prefer, strict, false, false);
  }

  public PlanOptions withPrefer(List<EngineName> engines) {
    return new PlanOptions(engines, strict, requirePartitionFilter, inspectFiles);
  }

  public PlanOptions withStrict(boolean newStrict) {
    return new PlanOptions(prefer, newStrict, requirePartitionFilter, inspectFiles);
  }

  public PlanOptions withRequirePartitionFilter(boolean required) {
    return new PlanOptions(prefer, strict, required, inspectFiles);
  }

  public PlanOptions withInspectFiles(boolean inspect) {
    return new PlanOptions(prefer, strict, requirePartitionFilter, inspect);
  }
}
