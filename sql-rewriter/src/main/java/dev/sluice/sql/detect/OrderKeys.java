package dev.sluice.sql.detect;

import dev.sluice.sql.bind.BoundQuery;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;

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

  private static SqlNode key(BoundQuery bound, SqlSelect select, SqlNode item) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> key(bound, select, ((SqlCall) item).operand(0));
      default -> selected(bound, select, item);
    };
  }

  private static SqlNode selected(BoundQuery bound, SqlSelect select, SqlNode key) {
    int column = -1;
    if (key instanceof SqlNumericLiteral number && number.isInteger()) {
      column = number.intValue(true) - 1;
    } else if (key instanceof SqlIdentifier id && bound.reference(id).isEmpty()) {
      column = bound.outputNames(select).indexOf(id.getSimple());
    }
    return column < 0 ? key : bare(select.getSelectList().get(column));
  }

  private static SqlNode bare(SqlNode item) {
    return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
  }
}
