package dev.sluice.sql.detect;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Walks a tree from the top, each node once. */
final class TreeWalk {
  private TreeWalk() {}

  /** What to do at a node; false when what lies below it is of no interest. */
  interface Visitor {
    boolean visit(SqlNode node);
  }

  static void walk(SqlNode node, Visitor visitor) {
    if (!visitor.visit(node)) {
      return;
    }
    Iterable<SqlNode> below =
        node instanceof SqlCall call
            ? call.getOperandList()
            : node instanceof SqlNodeList list ? list : java.util.List.of();
    for (SqlNode child : below) {
      if (child != null) {
        walk(child, visitor);
      }
    }
  }
}
