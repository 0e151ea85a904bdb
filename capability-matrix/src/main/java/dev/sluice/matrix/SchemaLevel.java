package dev.sluice.matrix;

import dev.sluice.DriftChange;

/** The names of the same changes among columns and among a struct's fields. */
enum SchemaLevel {
  COLUMNS(
      DriftChange.COLUMN_ADDED_AT_END,
      DriftChange.COLUMN_ADDED_IN_MIDDLE,
      DriftChange.COLUMN_REMOVED,
      DriftChange.COLUMN_REMOVED_AT_END,
      DriftChange.COLUMN_RENAMED,
      DriftChange.COLUMNS_REORDERED),
  FIELDS(
      DriftChange.FIELD_ADDED_AT_END,
      DriftChange.FIELD_ADDED_IN_MIDDLE,
      DriftChange.FIELD_REMOVED,
      DriftChange.FIELD_REMOVED_AT_END,
      DriftChange.FIELD_RENAMED,
      DriftChange.FIELDS_REORDERED);

  private final DriftChange addedAtEnd;
  private final DriftChange addedInMiddle;
  private final DriftChange removed;
  private final DriftChange removedAtEnd;
  private final DriftChange renamed;
  private final DriftChange reordered;

  SchemaLevel(
      DriftChange addedAtEnd,
      DriftChange addedInMiddle,
      DriftChange removed,
      DriftChange removedAtEnd,
      DriftChange renamed,
      DriftChange reordered) {
    this.addedAtEnd = addedAtEnd;
    this.addedInMiddle = addedInMiddle;
    this.removed = removed;
    this.removedAtEnd = removedAtEnd;
    this.renamed = renamed;
    this.reordered = reordered;
  }

  DriftChange added(boolean atEnd) {
    return atEnd ? addedAtEnd : addedInMiddle;
  }

  DriftChange removed(boolean atEnd) {
    return atEnd ? removedAtEnd : removed;
  }

  DriftChange renamed() {
    return renamed;
  }

  DriftChange reordered() {
    return reordered;
  }
}
