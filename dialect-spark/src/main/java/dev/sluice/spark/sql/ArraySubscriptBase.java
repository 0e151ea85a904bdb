package dev.sluice.spark.sql;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.CallRule;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Arrays count from 1 in Sluice's SQL and from 0 in Spark's brackets; both fail outside the array.
 *
 * <pre>
 * nums[n]
 * nums[n - 1]
 * </pre>
 */
final class ArraySubscriptBase implements CallRule {
  @Override
  public String name() {
    return "array-subscript-base";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.ARRAY_SUBSCRIPT);
  }

  @Override
  public SqlNode call(FunctionCall call) {
    call.remarks().applied(name());
    SqlNode index =
        call.whole(1).isPresent()
            ? Nodes.number(call.whole(1).getAsLong() - 1)
            : Nodes.minus(call.operand(1), Nodes.number(1));
    return call.call(call.original().getOperator(), List.of(call.operand(0), index));
  }
}
