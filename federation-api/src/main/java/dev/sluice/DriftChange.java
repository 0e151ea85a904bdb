package dev.sluice;

/** One way in which two levels of a table's schema disagree. */
public enum DriftChange {
  COLUMN_ADDED_AT_END,
  COLUMN_ADDED_IN_MIDDLE,
  COLUMN_REMOVED,
  COLUMNS_REORDERED,
  TYPE_WIDENED,
  TYPE_CHANGED,
  FIELD_ADDED_AT_END,
  FIELD_ADDED_IN_MIDDLE,
  FIELD_REMOVED,
  FIELDS_REORDERED
}
