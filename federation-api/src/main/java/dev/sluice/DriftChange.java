package dev.sluice;

/**
 * One way in which two levels of a table's schema disagree. "In the middle" is anywhere before a
 * column that both levels have; "at the end" is after all of those.
 */
public enum DriftChange {
  COLUMN_ADDED_AT_END,
  COLUMN_ADDED_IN_MIDDLE,
  COLUMN_REMOVED,
  /** Nothing stands in its place now. */
  COLUMN_REMOVED_AT_END,
  /** Another name in the same place: told only where columns are found by position. */
  COLUMN_RENAMED,
  COLUMNS_REORDERED,
  TYPE_WIDENED,
  TYPE_CHANGED,
  FIELD_ADDED_AT_END,
  FIELD_ADDED_IN_MIDDLE,
  FIELD_REMOVED,
  /** Nothing stands in its place now. */
  FIELD_REMOVED_AT_END,
  /** Another name in the same place: told only where sub-fields are found by position. */
  FIELD_RENAMED,
  FIELDS_REORDERED
}
