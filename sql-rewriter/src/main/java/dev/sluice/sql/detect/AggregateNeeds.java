package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.List;
import java.util.Set;

/** Aggregates that only some engines have, or that each works out in its own way. */
final class AggregateNeeds {
  private static final Set<String> ESTIMATES = Set.of("approx_distinct", "approx_percentile");
  private static final Set<String> STATISTICS =
      Set.of("corr", "covar_pop", "covar_samp", "regr_slope", "regr_intercept");
  private static final Set<String> COLLECTIONS =
      Set.of("array_agg", "map_agg", "map_union", "multimap_agg", "histogram");

  static final List<CallNeed> ALL =
      List.of(
          CallNeed.named(Capability.ESTIMATE, ESTIMATES),
          CallNeed.named(Capability.STATISTICS, STATISTICS),
          CallNeed.named(Capability.COLLECTING_AGGREGATE, COLLECTIONS));

  private AggregateNeeds() {}
}
