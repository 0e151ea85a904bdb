package dev.sluice.sql.detect;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** The expressions that a GROUP BY compares, out of the sets that they may stand in. */
final class GroupKeys {
  private GroupKeys() {}

  static List<SqlNode> of(SqlNodeList items) {
    List<SqlNode> keys = new ArrayList<>();
    items.forEach(item -> add(item, keys));
    return keys;
  }

  private static void add(SqlNode item, List<SqlNode> keys) {
    if (item instanceof SqlNodeList list) {
      list.forEach(inner -> add(inner, keys));
      return;
    }
    switch (item.getKind()) {
      case GROUPING_SETS, ROLLUP, CUBE, ROW ->
          ((SqlCall) item).getOperandList().forEach(inner -> add(inner, keys));
      default -> keys.add(item);
    }
  }
}
