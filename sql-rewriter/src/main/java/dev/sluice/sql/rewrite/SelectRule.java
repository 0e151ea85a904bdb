package dev.sluice.sql.rewrite;

import org.apache.calcite.sql.SqlSelect;

/** Rewrites a whole SELECT, its parts being rewritten already. */
public non-sealed interface SelectRule extends Rule {

  /** The same node when there is nothing to do. */
  SqlSelect apply(SqlSelect select);
}
