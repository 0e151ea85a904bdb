package dev.sluice.sql.prune;

import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.Timestamps;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/**
 * How closely a query looks at the clock.
 *
 * @param day whether it asks for the date
 * @param digits of a second, one for each way in which it asks for the time
 */
record ClockCalls(boolean day, Set<Integer> digits) {
  private static final Set<String> TIMES = Set.of("current_timestamp", "localtimestamp");

  static ClockCalls in(BoundQuery bound) {
    boolean day = false;
    Set<Integer> digits = new HashSet<>();
    Deque<SqlNode> ahead = new ArrayDeque<>(List.of(bound.root()));
    while (!ahead.isEmpty()) {
      SqlNode node = ahead.pop();
      if (node instanceof SqlNodeList list) {
        push(list, ahead);
      } else if (node instanceof SqlCall call) {
        day = day || call.getOperator().getName().equals("current_date");
        if (isTime(call)) {
          digits.add(digits(bound.typeOf(call)));
        }
        push(call.getOperandList(), ahead);
      }
    }
    return new ClockCalls(day, digits);
  }

  private static void push(List<SqlNode> nodes, Deque<SqlNode> ahead) {
    for (SqlNode node : nodes) {
      if (node != null) {
        ahead.push(node);
      }
    }
  }

  static boolean isTime(SqlCall call) {
    return TIMES.contains(call.getOperator().getName());
  }

  static int digits(DataType type) {
    return Timestamps.isTimestamp(type) ? Timestamps.digits(type) : Timestamps.MOST_DIGITS;
  }

  boolean isNone() {
    return !day && digits.isEmpty();
  }

  /**
   * The times in parts, of which the clock shows one throughout the query: a new one begins where
   * one of the calls begins to tell another day or hour.
   */
  List<Value> parts(ClockTimes times) {
    SortedSet<LocalDateTime> cuts = new TreeSet<>();
    if (day) {
      cuts.addAll(times.days());
    }
    digits.forEach(one -> cuts.addAll(times.hours(one)));
    return times.parts(cuts);
  }
}
