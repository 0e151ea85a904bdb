package dev.sluice.sql.detect;

import dev.sluice.sql.bind.BoundQuery;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;

/**
 * The expressions that a SELECT's ORDER BY compares, those that it names by number or alias too.
 */
final class OrderKeys {
  private OrderKeys() {}

  static List<SqlNode> of(BoundQuery bound, SqlSelect select) {
    List<SqlNode> keys = new ArrayList<>();
    if (select.getOrderList() != null) {
      select.getOrderList().forEach(item -> keys.add(key(bound, select, item)));
    }
    return keys;
  }

  /** Those of a window, where a number is a constant. */
  static List<SqlNode> of(SqlWindow window) {
    return of(window.getOrderList());
  }

  /** Those of an order in which no column is named by number or alias. */
  static List<SqlNode> of(SqlNodeList order) {
    return order.stream().map(OrderKeys::undirected).toList();
  }

  private static SqlNode key(BoundQuery bound, SqlSelect select, SqlNode item) {
    SqlNode key = undirected(item);
    int column = -1;
    if (key instanceof SqlNumericLiteral number && number.isInteger()) {
      column = number.intValue(true) - 1;
    } else if (key instanceof SqlIdentifier id && bound.reference(id).isEmpty()) {
      column = bound.outputNames(select).indexOf(id.getSimple());
    }
    return column < 0 ? key : bare(select.getSelectList().get(column));
  }

  private static SqlNode undirected(SqlNode item) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> undirected(((SqlCall) item).operand(0));
      default -> item;
    };
  }

  private static SqlNode bare(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
