package dev.sluice.matrix;

import dev.sluice.EngineName;

/**
 * A cell that an overlay or a setting changed.
 *
 * @param by the overlay file, or what the setting is called
 */
public record CellChange(
    Capability capability, EngineName engine, Cell before, Cell after, String by) {
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
        + by;
  }
}
