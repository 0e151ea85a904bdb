package dev.sluice.probe;

/** What came of a probe on an engine, held against the matrix. */
public enum ProbeOutcome {
  /** It answers right where the matrix sends queries, and does not where it does not. */
  AS_THE_MATRIX_SAYS,
  /** It answers right though the matrix sends no query there. */
  ANSWERS_RIGHT,
  /** It fails though the matrix sends queries there, or knows nothing. */
  FAILS,
  /** It answers other rows though the matrix sends queries there, or knows nothing. */
  ANSWERS_OTHERWISE,
  /** Nothing can be said: the engine is not there, or may not, or something else is in the way. */
  NOT_JUDGED;

  /** Whether the matrix is to be changed. */
  public boolean isDifferent() {
    return switch (this) {
      case ANSWERS_RIGHT, FAILS, ANSWERS_OTHERWISE -> true;
      case AS_THE_MATRIX_SAYS, NOT_JUDGED -> false;
    };
  }
}
