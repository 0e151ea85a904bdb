package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * FILTER becomes a CASE inside the aggregate, which every aggregate of Sluice's SQL skips as NULL.
 *
 * <pre>
 * sum(x) FILTER (WHERE c)     count(*) FILTER (WHERE c)
 * sum(CASE WHEN c THEN x END) count(CASE WHEN c THEN 1 END)
 * </pre>
 */
public final class FilterToCase implements AggregateFilterRule {
  @Override
  public String name() {
    return "filter-to-case";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.AGGREGATE_FILTER);
  }

  @Override
  public FunctionCall apply(FunctionCall aggregate, SqlNode condition) {
    List<SqlNode> operands = new ArrayList<>(aggregate.operands());
    SqlNode first = operands.get(0);
    boolean star = first instanceof SqlIdentifier name && name.isStar();
    operands.set(0, Nodes.when(condition, star ? Nodes.number(1) : first));
    return aggregate.with(operands);
  }
}
