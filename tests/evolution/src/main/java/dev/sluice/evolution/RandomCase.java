package dev.sluice.evolution;

import dev.sluice.example.format.Type;

/**
 * A table whose columns went through several versions.
 *
 * @param one from the version that the file was written in to today's
 * @param partition the version that the catalog has of the partition
 * @param choice any number, for whatever is to be chosen about the case
 */
public record RandomCase(EvolutionCase one, Type.Struct partition, FileFormat format, int choice) {

  /** The folder of the file, below the lake's. */
  public String folder() {
    return "random/" + one.name();
  }
}
