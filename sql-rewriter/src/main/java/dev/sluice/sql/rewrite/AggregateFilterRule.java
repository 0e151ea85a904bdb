package dev.sluice.sql.rewrite;

import dev.sluice.sql.dialect.FunctionCall;
import org.apache.calcite.sql.SqlNode;

/** Does away with FILTER for engines that have none. */
public non-sealed interface AggregateFilterRule extends Rule {

  /** An aggregate over the rows of {@code aggregate} for which {@code condition} holds. */
  FunctionCall apply(FunctionCall aggregate, SqlNode condition);
}
