package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.ConvertedTable;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.Fallback;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.sql.dialect.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses among the candidates: those that can, as the caller prefers; then those that are no last
 * resort, those without caveats, those whose files have the fewest bytes, those with the fewest
 * rewrites, and at last the engines' own rank.
 */
final class Policy {
  private final Map<EngineName, Dialect> dialects;
  private final Set<EngineName> available;

  Policy(Map<EngineName, Dialect> dialects, Set<EngineName> available) {
    this.dialects = dialects;
    this.available = available;
  }

  /** Whether a candidate can answer, and is no last resort. */
  boolean isAble(Candidate candidate) {
    return !candidate.isRefused() && !isLastResort(candidate.engine());
  }

  /** Whether its engine is set up here. */
  boolean isAvailable(Candidate candidate) {
    return available.contains(candidate.engine());
  }

  /** Whether only an engine of last resort can answer. */
  boolean isLastResort(List<Candidate> weighed) {
    return weighed.stream().noneMatch(this::isAble)
        && weighed.stream().anyMatch(candidate -> !candidate.isRefused());
  }

  /** The best first. */
  List<Candidate> ordered(List<Candidate> weighed, PlanOptions options) {
    return weighed.stream().sorted(order(options)).toList();
  }

  Decision decide(List<Candidate> weighed, PlanOptions options, NearestQuery nearest) {
    List<Candidate> candidates =
        ordered(weighed.stream().map(one -> allowed(one, options)).toList(), options);
    Optional<Candidate> best = candidates.stream().filter(one -> !one.isRefused()).findFirst();
    if (best.isEmpty()) {
      String none = "No engine can answer this query.";
      String change = nearest.of(candidates).map(sentence -> " " + sentence).orElse("");
      return new Decision(candidates, null, null, none + change);
    }
    EngineName chosen = best.get().engine();
    if (available.contains(chosen)) {
      return new Decision(candidates, chosen, chosen, answers(best.get()) + why(best.get()));
    }
    Optional<EngineName> other =
        candidates.stream()
            .filter(one -> !one.isRefused() && available.contains(one.engine()))
            .map(Candidate::engine)
            .findFirst();
    return new Decision(candidates, chosen, other.orElse(null), explain(best.get(), chosen, other));
  }

  /** As it is, unless the policy is to do without a last resort that nobody named. */
  private Candidate allowed(Candidate candidate, PlanOptions options) {
    EngineName engine = candidate.engine();
    boolean isOff =
        options.fallback() == Fallback.OFF
            && !candidate.isRefused()
            && isLastResort(engine)
            && !options.prefer().contains(engine);
    return isOff ? candidate.refused(List.of(fallbackOff(engine))) : candidate;
  }

  private static Reason fallbackOff(EngineName engine) {
    String text =
        engine
            + " answers only where no other engine can, and the policy's fallback is off: set it to"
            + " query, or prefer "
            + engine;
    return new Reason("FALLBACK_OFF", null, null, null, text, "policy.fallback");
  }

  /** Of the last resort the candidates over the tables that a query names. */
  Stream<Candidate> lastResorts(List<Candidate> weighed) {
    return weighed.stream().filter(one -> isLastResort(one.engine()) && one.twins().isEmpty());
  }

  private static String answers(Candidate candidate) {
    return name(candidate.engine()) + " answers" + over(candidate);
  }

  private static String over(Candidate candidate) {
    return candidate.twins().isEmpty()
        ? ""
        : candidate.twins().stream()
            .map(twin -> twin.name() + (twin.isDue() ? ", which is converted first" : ""))
            .collect(Collectors.joining(" and ", " from ", ""));
  }

  private static String explain(Candidate best, EngineName chosen, Optional<EngineName> other) {
    String would = name(chosen) + " would answer" + over(best) + why(best);
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

  /** An engine's name at the beginning of a sentence. */
  static String name(EngineName engine) {
    String name = engine.value();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private Comparator<Candidate> order(PlanOptions options) {
    return Comparator.comparing(Candidate::isRefused)
        .thenComparing(one -> preference(one.engine(), options))
        .thenComparing(one -> isLastResort(one.engine()))
        .thenComparing(one -> !one.caveats().isEmpty())
        .thenComparing(Policy::moreBytes)
        .thenComparing(one -> one.rules().size())
        .thenComparing(one -> rank(one.engine()))
        .thenComparing(Candidate::engine);
  }

  /** How many bytes more than those of the tables that the query names. */
  private static long moreBytes(Candidate candidate) {
    return candidate.twins().stream()
        .mapToLong(twin -> -ConvertedTable.savedBytes(twin.scan()))
        .sum();
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
