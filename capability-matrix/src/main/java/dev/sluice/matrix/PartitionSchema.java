package dev.sluice.matrix;

/** What the catalog says a partition's columns are, where they, or its files, are older. */
public enum PartitionSchema {
  /** The table's, as a table without partitions has them too; the files are older. */
  FRESH,
  /** Those that its files were written with. */
  STALE,
  /** Older than its files, which have what the table has. */
  BEHIND
}
