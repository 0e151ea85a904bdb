package dev.sluice.matrix;

/** How sure a cell is. High and medium may route; low routes only with a caveat. */
public enum Confidence {
  /** The vendor's document or the source itself was read. */
  HIGH,
  /** Indirect, older, or one observation. */
  MEDIUM,
  /** An inference. */
  LOW
}
