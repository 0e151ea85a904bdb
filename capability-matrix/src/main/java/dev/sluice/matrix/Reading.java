package dev.sluice.matrix;

/** What an engine reads of a file or partition whose schema is not the table's; worse ones last. */
public enum Reading {
  /** What was written, under today's names and types. */
  RIGHT,
  /** NULL, silently, where there is a value. */
  NULL,
  /** The query fails. */
  ERROR,
  /** Nobody has established it. */
  UNKNOWN,
  /** Something else than was written, silently. */
  WRONG;

  public Reading worse(Reading other) {
    return compareTo(other) < 0 ? other : this;
  }
}
