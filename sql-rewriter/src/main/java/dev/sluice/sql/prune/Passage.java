package dev.sluice.sql.prune;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows of a subquery that nobody needs may be left out of it. A LIMIT would then let others
 * through, a window would number and sum others, and a grouping set's total has no key.
 */
final class Passage {
  private Passage() {}

  static boolean isOpen(SqlSelect select) {
    return select.getFetch() == null
        && select.getOffset() == null
        && select.getQualify() == null
        && (select.getGroup() == null || !hasSets(select.getGroup()))
        && !hasWindow(select.getSelectList());
  }

  private static boolean hasSets(SqlNode group) {
    return has(group, SqlKind.GROUPING_SETS, SqlKind.ROLLUP, SqlKind.CUBE);
  }

  private static boolean hasWindow(SqlNode items) {
    return has(items, SqlKind.OVER);
  }

  private static boolean has(SqlNode node, SqlKind... kinds) {
    boolean[] found = {false};
    node.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            for (SqlKind kind : kinds) {
              found[0] |= call.getKind() == kind;
            }
            return found[0] ? null : super.visit(call);
          }
        });
    return found[0];
  }
}
