package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;

/**
 * What calls are that ask the clock and no column: worked out once, as each partition is asked for
 * the same. Not shareable between threads.
 */
final class ClockConstants implements Function<SqlCall, Value> {
  private final Evaluator evaluator;
  private final Map<SqlCall, Value> known = new IdentityHashMap<>();

  private ClockConstants(BoundQuery bound, Lineage lineage, Value clock) {
    this.evaluator = new Evaluator(bound, lineage, any -> Value.UNTOLD, clock, this);
  }

  /** Nothing, if the clock may show any time. */
  static Function<SqlCall, Value> of(BoundQuery bound, Lineage lineage, Value clock) {
    return clock.told() ? new ClockConstants(bound, lineage, clock) : call -> Value.UNTOLD;
  }

  @Override
  public Value apply(SqlCall call) {
    Value value = known.get(call);
    if (value == null) {
      value = evaluator.call(call);
      known.put(call, value);
    }
    return value;
  }
}
