package dev.sluice.example.web;

import org.jspecify.annotations.Nullable;

/**
 * One change of a table's schema along the days.
 *
 * @param path the column, or the path to the sub-field: {@code device.browser}
 * @param since the first partition whose file has the change; null if no file has it
 * @param before how older files are, in words
 */
public record Drift(
    String table, Change change, String path, @Nullable String since, String before) {

  /** What changed, from the older files to the table. */
  public enum Change {
    COLUMN_ADDED_AT_END,
    COLUMN_ADDED_IN_MIDDLE,
    FIELD_ADDED_AT_END,
    FIELD_ADDED_IN_MIDDLE,
    TYPE_WIDENED
  }

  /** Whether the file of that partition has the change. Keys sort as their times do. */
  boolean isIn(String partition) {
    return since != null && partition.compareTo(since) >= 0;
  }
}
