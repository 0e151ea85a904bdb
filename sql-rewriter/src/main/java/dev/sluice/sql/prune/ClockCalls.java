package dev.sluice.sql.prune;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** How closely a query looks at the clock. */
enum ClockCalls {
  NOTHING,
  DAY,
  TIME;

  static ClockCalls in(SqlNode query) {
    ClockCalls closest = NOTHING;
    Deque<SqlNode> ahead = new ArrayDeque<>(List.of(query));
    while (!ahead.isEmpty()) {
      SqlNode node = ahead.pop();
      if (node instanceof SqlNodeList list) {
        list.stream().filter(Objects::nonNull).forEach(ahead::push);
      } else if (node instanceof SqlCall call) {
        ClockCalls one = of(call);
        closest = one.compareTo(closest) > 0 ? one : closest;
        call.getOperandList().stream().filter(Objects::nonNull).forEach(ahead::push);
      }
    }
    return closest;
  }

  private static ClockCalls of(SqlCall call) {
    return switch (call.getOperator().getName()) {
      case "current_date" -> DAY;
      case "current_timestamp", "localtimestamp" -> TIME;
      default -> NOTHING;
    };
  }
}
