package dev.sluice.sql.detect;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;

/** The columns that a query yields, branch by branch. */
final class Branches {
  private Branches() {}

  /** Every column of every branch, without its alias. */
  static List<SqlNode> columns(SqlNode query) {
    List<SqlNode> columns = new ArrayList<>();
    add(query, columns);
    return columns;
  }

  private static void add(SqlNode query, List<SqlNode> columns) {
    if (query instanceof SqlSelect select) {
      select.getSelectList().forEach(item -> columns.add(bare(item)));
    } else if (query instanceof SqlWith with) {
      add(with.body, columns);
    } else if (query.isA(SqlKind.SET_QUERY)) {
      ((SqlCall) query).getOperandList().forEach(branch -> add(branch, columns));
    } else if (query.getKind() == SqlKind.VALUES) {
      ((SqlCall) query)
          .getOperandList()
          .forEach(row -> columns.addAll(((SqlCall) row).getOperandList()));
    }
  }

  private static SqlNode bare(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
