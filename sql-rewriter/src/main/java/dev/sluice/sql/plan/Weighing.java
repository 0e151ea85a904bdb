package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Fallback;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.TableName;
import dev.sluice.TwinScan;
import dev.sluice.TwinScan.Upkeep;
import dev.sluice.sql.parse.DeepStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    List<Candidate> asNamed = weigh(named);
    List<Candidate> weighed = new ArrayList<>(asNamed);
    boolean converts = options.fallback() == Fallback.CONVERT && policy.isLastResort(weighed);
    List<TwinScan> covering = converted.covering(converts ? Upkeep.WHERE_CHANGED : Upkeep.NONE);
    if (!covering.isEmpty()) {
      converted
          .over(covering)
          .map(this::weigh)
          .ifPresent(over -> weighed.addAll(readByTheLastResort(over, asNamed)));
    }
    if (policy.isLastResort(weighed)) {
      List<Candidate> healed =
          new Healing(converted, reading -> readByTheLastResort(weigh(reading), asNamed), policy)
              .candidates();
      if (options.fallback() == Fallback.CONVERT) {
        weighed.addAll(healed);
      } else {
        hint = ConversionHint.of(policy.ordered(healed, options), named.scans());
      }
    }
    return weighed;
  }

  /**
   * What was converted holds what the last resort read of the source: where that may differ from
   * another engine's reading, answers from it may.
   */
  private List<Candidate> readByTheLastResort(List<Candidate> over, List<Candidate> named) {
    return over.stream().map(candidate -> withCaveats(candidate, named)).toList();
  }

  private Candidate withCaveats(Candidate candidate, List<Candidate> named) {
    Set<TableName> sources =
        candidate.twins().stream().map(TwinScan::source).collect(Collectors.toSet());
    List<Reason> caveats =
        policy
            .lastResorts(named)
            .flatMap(one -> one.caveats().stream())
            .filter(caveat -> caveat.table() != null && sources.contains(caveat.table()))
            .toList();
    Candidate warned = candidate.and(caveats);
    return options.strict() && !caveats.isEmpty() && !candidate.isRefused()
        ? warned.refused(caveats)
        : warned;
  }

  /** What to convert, for a person; empty where that helps nobody. */
  Optional<String> hint() {
    return hint;
  }

  private List<Candidate> weigh(Reading reading) {
    return DeepStack.call(levels, () -> candidates.weigh(reading, schemaNames, options));
  }
}
