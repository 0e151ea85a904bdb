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
    String verdict = MatrixWords.word(before.verdict());
    String change =
        before.verdict() == after.verdict()
            ? verdict + " with other words"
            : verdict + " became " + MatrixWords.word(after.verdict());
    return capability + " on " + engine + ": " + change + " by " + by;
  }
}
