package dev.sluice.tests;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What planning a query gave.
 *
 * @param plan null where there is an error
 * @param error null where there is a plan
 */
record Outcome(@Nullable Plan plan, @Nullable SluiceException error) {
  static Outcome of(Sluice sluice, String sql) {
    try {
      return new Outcome(sluice.plan(sql), null);
    } catch (SluiceException e) {
      return new Outcome(null, e);
    }
  }

  private List<Candidate> candidates() {
    return plan == null ? List.of() : plan.decision().candidates();
  }

  Optional<Candidate> candidate(EngineName engine) {
    return candidates().stream().filter(one -> one.engine().equals(engine)).findFirst();
  }

  /** The names of those that take it; the catalog's where no engine is asked. */
  Set<String> engines() {
    if (plan != null && candidates().isEmpty()) {
      return Set.of(CorpusEntry.CATALOG);
    }
    return candidates().stream()
        .filter(one -> !one.isRefused())
        .map(one -> one.engine().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a caller gets who asks for rows; empty where some engine takes the query. */
  Optional<ErrorCode> code() {
    if (error != null) {
      return Optional.of(error.code());
    }
    return engines().isEmpty() ? Optional.of(ErrorCode.NO_ENGINE) : Optional.empty();
  }

  /** The error's text, or why no engine takes it, each reason once. */
  String message() {
    if (error != null) {
      return String.valueOf(error.getMessage());
    }
    return candidates().stream()
        .flatMap(one -> one.reasons().stream())
        .map(Reason::text)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
