package dev.sluice.sql.bind;

import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Spells out windows that build on named ones: {@code (w ROWS 1 PRECEDING)}. Calcite's own overlay
 * loses the frame, and what the named one itself takes from another.
 */
final class Windows {
  private Windows() {}

  /** The window with its partitions and order from the one that it names, which has no frame. */
  static SqlWindow whole(SqlWindow window, SqlValidatorScope scope) {
    SqlWindow named =
        window.getRefName() == null ? null : scope.lookupWindow(window.getRefName().getSimple());
    if (named == null) {
      return window;
    }
    SqlWindow base = whole(named, scope);
    return new SqlWindow(
        window.getParserPosition(),
        window.getDeclName(),
        null,
        said(window.getPartitionList(), base.getPartitionList()),
        said(window.getOrderList(), base.getOrderList()),
        SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
        window.getLowerBound(),
        window.getUpperBound(),
        null,
        window.getExclude());
  }

  private static SqlNodeList said(SqlNodeList here, SqlNodeList there) {
    return here.isEmpty() ? there : here;
  }
}
