package dev.sluice.sql.bind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/** What an expression is made of. */
final class Subtree {
  private Subtree() {}

  /** The expression and all below it from left to right; of a subquery only the query itself. */
  static List<SqlNode> of(SqlNode expression) {
    List<SqlNode> nodes = new ArrayList<>();
    Deque<SqlNode> ahead = new ArrayDeque<>();
    ahead.push(expression);
    while (!ahead.isEmpty()) {
      SqlNode node = ahead.pop();
      nodes.add(node);
      List<SqlNode> below = new ArrayList<>(below(node));
      Collections.reverse(below);
      below.stream().filter(Objects::nonNull).forEach(ahead::push);
    }
    return nodes;
  }

  private static List<? extends @Nullable SqlNode> below(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list;
    }
    return node instanceof SqlCall call && !call.isA(SqlKind.QUERY)
        ? call.getOperandList()
        : List.of();
  }
}
