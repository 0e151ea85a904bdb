package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Fallback;
import dev.sluice.PlanOptions;
import dev.sluice.TwinScan;
import dev.sluice.TwinScan.Upkeep;
import dev.sluice.sql.parse.DeepStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs each engine for a query: over the tables that it names, over what was converted from them,
 * and where only a last resort can answer, over what could be. Belongs to one planning.
 */
final class Weighing {
  private final Candidates candidates;
  private final Policy policy;
  private final Set<String> schemaNames;
  private final PlanOptions options;
  private final int levels;
  private Optional<String> hint = Optional.empty();

  /**
   * @param schemaNames that no alias may be
   * @param levels how deep the query's tree is
   */
  Weighing(
      Candidates candidates,
      Policy policy,
      Set<String> schemaNames,
      PlanOptions options,
      int levels) {
    this.candidates = candidates;
    this.policy = policy;
    this.schemaNames = schemaNames;
    this.options = options;
    this.levels = levels;
  }

  List<Candidate> weigh(Reading named, ConvertedTables converted) {
    List<Candidate> weighed = new ArrayList<>(weigh(named));
    boolean converts = options.fallback() == Fallback.CONVERT && policy.isLastResort(weighed);
    List<TwinScan> covering = converted.covering(converts ? Upkeep.WHERE_CHANGED : Upkeep.NONE);
    if (!covering.isEmpty()) {
      converted.over(covering).ifPresent(reading -> weighed.addAll(weigh(reading)));
    }
    if (policy.isLastResort(weighed)) {
      List<Candidate> healed = new Healing(converted, this::weigh, policy).candidates();
      if (options.fallback() == Fallback.CONVERT) {
        weighed.addAll(healed);
      } else {
        hint = ConversionHint.of(policy.ordered(healed, options), named.scans());
      }
    }
    return weighed;
  }

  /** What to convert, for a person; empty where that helps nobody. */
  Optional<String> hint() {
    return hint;
  }

  private List<Candidate> weigh(Reading reading) {
    return DeepStack.call(levels, () -> candidates.weigh(reading, schemaNames, options));
  }
}
