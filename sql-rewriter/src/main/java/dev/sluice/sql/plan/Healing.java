package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.TwinScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds out which tables would have to be converted for an engine to answer that cannot now: as few
 * as it takes.
 */
final class Healing {
  private final ConvertedTables tables;
  private final Function<Reading, List<Candidate>> weigh;
  private final Policy policy;

  /**
   * @param weigh weighs each engine over what is read
   */
  Healing(ConvertedTables tables, Function<Reading, List<Candidate>> weigh, Policy policy) {
    this.tables = tables;
    this.weigh = weigh;
    this.policy = policy;
  }

  /** Those that could answer then; none where no conversion would help. */
  List<Candidate> candidates() {
    List<TwinScan> twins = tables.converted();
    Optional<List<Candidate>> best = able(twins, policy::isAble);
    if (best.isEmpty()) {
      return List.of();
    }
    // Those that are set up here matter more than that others could do with fewer tables.
    boolean here = best.get().stream().anyMatch(policy::isAvailable);
    Predicate<Candidate> wanted = one -> policy.isAble(one) && (!here || policy.isAvailable(one));
    for (TwinScan twin : twins) {
      if (twin.isDue() && twins.size() > 1) {
        List<TwinScan> fewer = new ArrayList<>(twins);
        fewer.remove(twin);
        Optional<List<Candidate>> without = able(fewer, wanted);
        if (without.isPresent()) {
          twins = List.copyOf(fewer);
          best = without;
        }
      }
    }
    return best.get();
  }

  /**
   * @param wanted of whom there must be one
   */
  private Optional<List<Candidate>> able(List<TwinScan> twins, Predicate<Candidate> wanted) {
    if (twins.stream().noneMatch(TwinScan::isDue)) {
      return Optional.empty();
    }
    List<Candidate> able =
        tables.over(twins).map(weigh).orElse(List.of()).stream().filter(policy::isAble).toList();
    return able.stream().anyMatch(wanted) ? Optional.of(able) : Optional.empty();
  }
}
