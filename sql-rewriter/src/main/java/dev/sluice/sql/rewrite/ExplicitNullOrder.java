package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.dialect.NullOrder;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Sluice puts NULLs last in both directions; where the engine's default is first, the text says so.
 *
 * <pre>
 * ORDER BY x DESC
 * ORDER BY x DESC NULLS LAST
 * </pre>
 */
public final class ExplicitNullOrder implements OrderRule {
  @Override
  public String name() {
    return "explicit-null-order";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.NULL_ORDERING);
  }

  @Override
  public SqlNode apply(SqlNode item, boolean descending, NullOrder engine) {
    return engine.isLast(descending) ? item : Nodes.call(SqlStdOperatorTable.NULLS_LAST, item);
  }
}
