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
    return each(query).stream().flatMap(List::stream).toList();
  }

  /** The columns of each branch, a row of VALUES being one. */
  static List<List<SqlNode>> each(SqlNode query) {
    List<List<SqlNode>> branches = new ArrayList<>();
    add(query, branches);
    return branches;
  }

  private static void add(SqlNode query, List<List<SqlNode>> branches) {
    if (query instanceof SqlSelect select) {
      branches.add(select.getSelectList().stream().map(Branches::bare).toList());
    } else if (query instanceof SqlWith with) {
      add(with.body, branches);
    } else if (query.isA(SqlKind.SET_QUERY)) {
      ((SqlCall) query).getOperandList().forEach(branch -> add(branch, branches));
    } else if (query.getKind() == SqlKind.VALUES) {
      ((SqlCall) query)
          .getOperandList()
          .forEach(row -> branches.add(((SqlCall) row).getOperandList()));
    }
  }

  private static SqlNode bare(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
