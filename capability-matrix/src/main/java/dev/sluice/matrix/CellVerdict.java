package dev.sluice.matrix;

/** One engine's answer to one capability. */
public enum CellVerdict {
  /** It does what Sluice's SQL means, without help. */
  NATIVE,
  /** It does once a rule has rewritten the query. */
  REWRITE,
  /** It cannot, or Sluice has no way yet to make it. */
  REFUSE,
  /** It would answer, but with other rows: never routed. */
  WRONG,
  /** Nobody has established it: treated as {@link #REFUSE}. */
  UNKNOWN;

  /** Whether a query that needs the capability may go to the engine. */
  public boolean routes() {
    return switch (this) {
      case NATIVE, REWRITE -> true;
      case REFUSE, WRONG, UNKNOWN -> false;
    };
  }
}
