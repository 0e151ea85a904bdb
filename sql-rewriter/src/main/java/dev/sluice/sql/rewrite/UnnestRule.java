package dev.sluice.sql.rewrite;

import dev.sluice.sql.bind.FromItem;
import java.util.List;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Says UNNEST in an engine's own words. */
public non-sealed interface UnnestRule extends Rule {

  /**
   * The node that takes the UNNEST's place in FROM, with its alias.
   *
   * @param operands the rewritten operands
   */
  SqlNode from(FromItem.UnnestItem item, String alias, List<SqlNode> operands);

  /**
   * A FROM clause of an UNNEST beside what stands left of it.
   *
   * @param unnest what {@link #from} gave
   * @param outer whether rows without elements are kept
   */
  SqlNode join(@Nullable SqlNode left, SqlNode unnest, boolean outer, SqlNode at, Remarks remarks);

  /**
   * Another join of the FROM clause, its sides being rewritten already: where an UNNEST's words
   * bind weaker than JOIN, this is where it shows.
   */
  default SqlNode beside(SqlJoin join, SqlNode at, Remarks remarks) {
    return join;
  }

  /** A column that the UNNEST yields, and the path below it. */
  SqlNode column(
      FromItem.UnnestItem item, String alias, FromItem.UnnestColumn column, List<String> path);
}
