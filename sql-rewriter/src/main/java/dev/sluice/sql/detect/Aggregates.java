package dev.sluice.sql.detect;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;

/** Tells a SELECT that aggregates from one that does not. */
final class Aggregates {
  private Aggregates() {}

  static boolean in(SqlSelect select) {
    SqlNodeList group = select.getGroup();
    return group != null || select.getHaving() != null || below(select.getSelectList());
  }

  /** Whether an expression holds an aggregate, its subqueries left out. */
  static boolean below(SqlNode node) {
    AtomicBoolean found = new AtomicBoolean();
    TreeWalk.walk(
        node,
        inner -> {
          if (inner.getKind() == SqlKind.OVER) {
            found.compareAndSet(false, inWindow((SqlCall) inner));
            return false;
          }
          boolean aggregate =
              inner instanceof SqlCall call
                  && !(call instanceof SqlWindow)
                  && call.getOperator().isAggregator();
          found.compareAndSet(false, aggregate);
          return !inner.isA(SqlKind.QUERY);
        });
    return found.get();
  }

  /** The function of a window is none; an aggregate that it is given, or ordered by, is. */
  private static boolean inWindow(SqlCall over) {
    SqlCall function = over.operand(0);
    while (function.getKind() == SqlKind.IGNORE_NULLS
        || function.getKind() == SqlKind.RESPECT_NULLS
        || function.getKind() == SqlKind.FILTER) {
      function = function.operand(0);
    }
    return below(new SqlNodeList(function.getOperandList(), function.getParserPosition()))
        || below(over.operand(1));
  }
}
