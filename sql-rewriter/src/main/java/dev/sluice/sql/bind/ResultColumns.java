package dev.sluice.sql.bind;

import dev.sluice.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Names the columns of a result as Trino does: an expression without a name is {@code _col0}. */
public final class ResultColumns {
  private ResultColumns() {}

  static List<ResultColumn> of(List<QueryBinder.Output> outputs) {
    List<ResultColumn> columns = new ArrayList<>();
    for (QueryBinder.Output output : outputs) {
      String name = output.name();
      columns.add(new ResultColumn(name == null ? unnamed(columns.size()) : name, output.type()));
    }
    return columns;
  }

  /** The name of the select item at {@code index}, counted from 0. */
  public static String name(SqlNode item, int index) {
    if (item instanceof SqlIdentifier id) {
      return id.names.get(id.names.size() - 1);
    } else if (item instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      return ((SqlIdentifier) as.operand(1)).getSimple();
    }
    return unnamed(index);
  }

  static String unnamed(int index) {
    return "_col" + index;
  }
}
