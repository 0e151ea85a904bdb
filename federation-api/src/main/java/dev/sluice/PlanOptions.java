package dev.sluice;

import java.util.List;

/**
 * The policy for one query.
 *
 * @param prefer engines to try first, in this order; the others follow in their usual order
 * @param strict refuse candidates that carry a caveat
 * @param requirePartitionFilter refuse a query that would read every partition of a table
 */
public record PlanOptions(List<EngineName> prefer, boolean strict, boolean requirePartitionFilter) {
  public static final PlanOptions DEFAULT = new PlanOptions(List.of(), false);

  public PlanOptions {
    prefer = List.copyOf(prefer);
  }

  public PlanOptions(List<EngineName> prefer, boolean strict) {
    this(prefer, strict, false);
  }
}
