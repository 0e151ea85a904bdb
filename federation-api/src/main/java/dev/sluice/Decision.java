package dev.sluice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of weighing every engine.
 *
 * @param candidates all engines, best first, refused ones last; one that could read converted files
 *     too is there twice
 * @param engine the engine that the policy chose, null when every one is refused
 * @param answeredBy the engine that will give the rows here; differs from {@code engine} where that
 *     one is not configured; null when none can
 * @param explanation a sentence or two on why, for a person
 */
public record Decision(
    List<Candidate> candidates,
    @Nullable EngineName engine,
    @Nullable EngineName answeredBy,
    String explanation) {
  public Decision {
    candidates = List.copyOf(candidates);
  }

  /** The best candidate of an engine. */
  public Optional<Candidate> candidate(EngineName name) {
    return candidates.stream().filter(candidate -> candidate.engine().equals(name)).findFirst();
  }

  /** The same, explained by one sentence more. */
  public Decision and(String sentence) {
    return new Decision(candidates, engine, answeredBy, explanation + " " + sentence);
  }
}
