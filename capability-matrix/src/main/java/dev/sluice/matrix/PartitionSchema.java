package dev.sluice.matrix;

/** What the catalog says a partition's columns are, where its files are older than the table. */
public enum PartitionSchema {
  /** The table's, as a table without partitions has them too. */
  FRESH,
  /** Those that its files were written with. */
  STALE
}
