package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a query into a plan. A pure function of the query, the options, the catalog and what the
 * clock shows.
 */
public interface Planner {

  /**
   * Plans a query.
   *
   * @param parameters a value for each {@code ?}, in the order of the text; or none at all, to
   *     learn their types from a plan that cannot be run
   * @throws SluiceException with the code and the place when the text is not a query that can be
   *     bound; a query that no engine can answer gives a plan whose decision has no engine
   */
  Plan plan(String sql, List<? extends @Nullable Object> parameters, PlanOptions options);

  /**
   * The same, telling how far it is where that takes time: while files are looked into.
   *
   * @throws SluiceException with {@link ErrorCode#CANCELLED} too, when the calling thread is
   *     interrupted meanwhile
   */
  default Plan plan(
      String sql,
      List<? extends @Nullable Object> parameters,
      PlanOptions options,
      RunListener listener) {
    return plan(sql, parameters, options);
  }

  /**
   * What a query returns and takes. Of the catalog no more is asked than the tables that it names:
   * no partitions, no files.
   *
   * @throws SluiceException as {@link #plan}
   */
  default QueryShape describe(String sql) {
    Plan plan = plan(sql, PlanOptions.DEFAULT);
    return new QueryShape(plan.columns(), plan.parameters());
  }

  /** Plans a query without values for parameters. */
  default Plan plan(String sql, PlanOptions options) {
    return plan(sql, List.of(), options);
  }
}
