package dev.sluice;

/** What an engine makes of a whole query. */
public enum Verdict {
  /** It answers the query without help. */
  NATIVE,
  /** It answers once rules have rewritten the query. */
  REWRITTEN,
  /** It cannot answer, or not surely with the right rows. */
  REFUSED
}
