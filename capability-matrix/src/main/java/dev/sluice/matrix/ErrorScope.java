package dev.sluice.matrix;

/** Which queries an engine fails where a schema has changed in a way that it cannot read. */
public enum ErrorScope {
  /** Those that read the column that changed. */
  CHANGED_COLUMN,
  /** All that read a partition in which it changed. */
  ANY_QUERY
}
