package dev.sluice;

/**
 * A disagreement between the table's schema and that of some selected partitions, told as the
 * change that leads from the partition's schema to the table's.
 *
 * @param path the column, or the path to the sub-field: {@code device.os}, {@code bids.element.cpm}
 * @param level where the other schema stands
 * @param partitions how many of the selected partitions have it
 */
public record Drift(DriftChange change, String path, Level level, int partitions) {
  /** Where the schema that disagrees with the table's stands. */
  public enum Level {
    PARTITION,
    FILE
  }
}
