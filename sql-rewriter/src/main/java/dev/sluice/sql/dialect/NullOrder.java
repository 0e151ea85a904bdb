package dev.sluice.sql.dialect;

/**
 * Where an engine puts NULLs when ORDER BY does not say. Sluice means last in both directions, as
 * Trino does.
 */
public record NullOrder(boolean lastWhenAscending, boolean lastWhenDescending) {
  public boolean isLast(boolean descending) {
    return descending ? lastWhenDescending : lastWhenAscending;
  }
}
