package dev.sluice.evolution;

/** Stands where a written value has no counterpart in the newer type. */
public enum NoRightValue {
  INSTANCE
}
