package dev.sluice;

/** Turns a query into a plan. A pure function of the query, the options and the catalog. */
public interface Planner {

  /**
   * @throws SluiceException with the code and the place when the text is not a query that can be
   *     bound; a query that no engine can answer gives a plan whose decision has no engine
   */
  Plan plan(String sql, PlanOptions options);
}
