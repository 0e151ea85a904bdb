package dev.sluice.matrix;

/** How a cell is known. */
public enum Evidence {
  /** Somebody wrote it down; nobody ran it here. */
  DOCUMENTED,
  /** Seen on something that stands in for the engine, such as Trino for Athena. */
  OBSERVED_ON_STAND_IN,
  /** The stand-in cannot show it either way. */
  STAND_IN_BLIND,
  /** Run on the engine itself. */
  EXECUTED
}
