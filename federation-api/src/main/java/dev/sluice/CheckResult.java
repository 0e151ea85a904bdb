package dev.sluice;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was tried to learn whether Sluice is set up well.
 *
 * @param part {@code catalog}, or an engine's name
 * @param what was tried, in a few words
 * @param said what came of it; secrets do not stand in it
 * @param cure what would mend it; null where nothing is amiss, or where {@code said} tells
 */
public record CheckResult(
    String part, String what, Outcome outcome, String said, @Nullable String cure) {

  /** How it went. */
  public enum Outcome {
    GOOD,
    /** It works, though perhaps not as it was meant. */
    DOUBTFUL,
    BAD
  }

  public static CheckResult good(String part, String what, String said) {
    return new CheckResult(part, what, Outcome.GOOD, said, null);
  }

  public static CheckResult doubtful(String part, String what, String said, String cure) {
    return new CheckResult(part, what, Outcome.DOUBTFUL, said, cure);
  }

  public static CheckResult bad(String part, String what, String said, @Nullable String cure) {
    return new CheckResult(part, what, Outcome.BAD, said, cure);
  }

  /** A thing that may fail, and what it says when it does not. */
  @FunctionalInterface
  public interface Trial {
    String run();
  }

  /** Good, or bad with the error's own words. */
  public static CheckResult tried(String part, String what, Trial trial) {
    try {
      return good(part, what, trial.run());
    } catch (SluiceException e) {
      if (e.code() == ErrorCode.CANCELLED) {
        throw e;
      }
      return bad(part, what, String.valueOf(e.getMessage()), null);
    }
  }
}
