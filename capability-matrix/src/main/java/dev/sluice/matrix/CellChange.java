package dev.sluice.matrix;

import dev.sluice.EngineName;

/**
 * A cell that an overlay changed.
 *
 * @param file the overlay file
 */
public record CellChange(
    Capability capability, EngineName engine, Cell before, Cell after, String file) {
  /** One line for a person. */
  @Override
  public String toString() {
    return capability
        + " on "
        + engine
        + ": "
        + MatrixWords.word(before.verdict())
        + " became "
        + MatrixWords.word(after.verdict())
        + " by "
        + file;
  }
}
