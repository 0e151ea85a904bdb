package dev.sluice.standin.redshift.sql;

/** Correlation that Redshift refuses. */
final class Patterns {
  private Patterns() {}

  /**
   * Skipping a level, or in the condition of an outer join, or in a subquery with a window function
   * (Amazon Redshift Database Developer Guide, r_correlated_subqueries, 2023-04-24; the text from
   * github.com/TobikoData/sqlmesh/issues/5342, 2025-09).
   */
  static RefusedException correlation() {
    return RefusedException.documented(
        "XX000", "This type of correlated subquery pattern is not supported due to internal error");
  }
}
