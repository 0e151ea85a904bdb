package dev.sluice.sql.detect;

import java.util.List;
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
    List<SqlNode> below = below(node);
    for (int i = 0; i < below.size(); i++) {
      SqlNode child = below.get(i);
      if (child != null) {
        walk(child, visitor);
      }
    }
  }

  /** The nodes right below a node; some may be null. */
  static List<SqlNode> below(SqlNode node) {
    return node instanceof SqlCall call
        ? call.getOperandList()
        : node instanceof SqlNodeList list ? list : List.of();
  }
}
