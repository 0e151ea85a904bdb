package dev.sluice;

import java.util.List;

/**
 * The policy for one query.
 *
 * @param prefer engines to try first, in this order; the others follow in their usual order
 * @param strict refuse candidates that carry a caveat
 */
public record PlanOptions(List<EngineName> prefer, boolean strict) {
  public static final PlanOptions DEFAULT = new PlanOptions(List.of(), false);

  public PlanOptions {
    prefer = List.copyOf(prefer);
  }
}
