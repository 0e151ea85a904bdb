package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.PlanOptions;
import dev.sluice.sql.dialect.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses among the candidates: those that can, as the caller prefers; then those that are no last
 * resort, those without caveats, those with the fewest rewrites, and at last the engines' own rank.
 */
final class Policy {
  private final Map<EngineName, Dialect> dialects;
  private final Set<EngineName> available;

  Policy(Map<EngineName, Dialect> dialects, Set<EngineName> available) {
    this.dialects = dialects;
    this.available = available;
  }

  Decision decide(List<Candidate> weighed, PlanOptions options, NearestQuery nearest) {
    List<Candidate> candidates = weighed.stream().sorted(order(options)).toList();
    Optional<Candidate> best = candidates.stream().filter(one -> !one.isRefused()).findFirst();
    if (best.isEmpty()) {
      String none = "No engine can answer this query.";
      String change = nearest.of(candidates).map(sentence -> " " + sentence).orElse("");
      return new Decision(candidates, null, null, none + change);
    }
    EngineName chosen = best.get().engine();
    if (available.contains(chosen)) {
      return new Decision(candidates, chosen, chosen, name(chosen) + " answers" + why(best.get()));
    }
    Optional<EngineName> other =
        candidates.stream()
            .filter(one -> !one.isRefused() && available.contains(one.engine()))
            .map(Candidate::engine)
            .findFirst();
    return new Decision(candidates, chosen, other.orElse(null), explain(best.get(), chosen, other));
  }

  private static String explain(Candidate best, EngineName chosen, Optional<EngineName> other) {
    String would = name(chosen) + " would answer" + why(best);
    return other
        .map(
            here ->
                would
                    + " It is not configured here, so the rows come from the embedded "
                    + name(here)
                    + ".")
        .orElse(would + " It is not configured here, and nothing that is can answer this query.");
  }

  private static String why(Candidate candidate) {
    int rewrites = candidate.rules().size();
    int caveats = candidate.caveats().size();
    if (rewrites == 0) {
      return ", as the query stands" + (caveats == 0 ? "." : ", with " + count(caveats, "caveat."));
    }
    return ", with "
        + count(rewrites, "rewrite")
        + (caveats == 0 ? "." : " and " + count(caveats, "caveat."));
  }

  /** {@code one caveat}, {@code 3 caveats}; a full stop at the end of the word stays there. */
  private static String count(int number, String word) {
    if (number == 1) {
      return "one " + word;
    }
    boolean stopped = word.endsWith(".");
    String bare = stopped ? word.substring(0, word.length() - 1) : word;
    return number + " " + bare + "s" + (stopped ? "." : "");
  }

  private static String name(EngineName engine) {
    String name = engine.value();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private Comparator<Candidate> order(PlanOptions options) {
    return Comparator.comparing(Candidate::isRefused)
        .thenComparing(one -> preference(one.engine(), options))
        .thenComparing(one -> isLastResort(one.engine()))
        .thenComparing(one -> !one.caveats().isEmpty())
        .thenComparing(one -> one.rules().size())
        .thenComparing(one -> rank(one.engine()))
        .thenComparing(Candidate::engine);
  }

  private static int preference(EngineName engine, PlanOptions options) {
    int index = options.prefer().indexOf(engine);
    return index < 0 ? options.prefer().size() : index;
  }

  private boolean isLastResort(EngineName engine) {
    Dialect dialect = dialects.get(engine);
    return dialect != null && dialect.isLastResort();
  }

  private int rank(EngineName engine) {
    Dialect dialect = dialects.get(engine);
    return dialect == null ? Integer.MAX_VALUE : dialect.rank();
  }
}
