package dev.sluice;

/** How a reader finds a column in a file. */
public enum ColumnMapping {
  BY_NAME,
  BY_POSITION
}
