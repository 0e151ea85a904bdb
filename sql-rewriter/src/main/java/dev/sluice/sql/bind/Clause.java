package dev.sluice.sql.bind;

/** Where in a query an expression stands, and whether aggregates and windows may stand there. */
enum Clause {
  SELECT("SELECT list", true, true),
  FROM("FROM clause", false, false),
  ON("ON clause", false, false),
  WHERE("WHERE clause", false, false),
  GROUP_BY("GROUP BY clause", false, false),
  HAVING("HAVING clause", true, false),
  QUALIFY("QUALIFY clause", true, true),
  WINDOW("WINDOW clause", true, false),
  ORDER_BY("ORDER BY clause", true, true),
  VALUES("VALUES list", false, false);

  private final String words;
  private final boolean aggregates;
  private final boolean windows;

  Clause(String words, boolean aggregates, boolean windows) {
    this.words = words;
    this.aggregates = aggregates;
    this.windows = windows;
  }

  boolean takesAggregates() {
    return aggregates;
  }

  boolean takesWindows() {
    return windows;
  }

  /** What to do with an aggregate or a window function that cannot stand here. */
  String cure(boolean window) {
    if (this != WHERE) {
      return "";
    }
    return window ? "; QUALIFY or a subquery can hold it" : "; HAVING can hold it";
  }

  @Override
  public String toString() {
    return words;
  }
}
