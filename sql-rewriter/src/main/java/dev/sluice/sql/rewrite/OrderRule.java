package dev.sluice.sql.rewrite;

import dev.sluice.sql.dialect.NullOrder;
import org.apache.calcite.sql.SqlNode;

/** Rewrites an item of ORDER BY that does not say where NULLs go. */
public non-sealed interface OrderRule extends Rule {

  /**
   * The item, saying so where the engine's own order is not Sluice's; the same node otherwise.
   *
   * @param item the item with its direction
   */
  SqlNode apply(SqlNode item, boolean descending, NullOrder engine);
}
