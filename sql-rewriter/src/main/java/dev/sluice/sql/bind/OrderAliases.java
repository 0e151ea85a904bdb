package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/**
 * Finds the output names inside the expressions of an ORDER BY. There Trino means the output
 * column, others the column of a table, so the expression behind the name has to take its place; a
 * name that stands alone means the output column everywhere.
 */
final class OrderAliases {
  private final Annotations annotations;
  private final Map<String, SqlNode> outputs = new HashMap<>();

  private OrderAliases(SqlSelect select, Annotations annotations) {
    this.annotations = annotations;
    for (SqlNode item : select.getSelectList()) {
      boolean aliased = item.getKind() == SqlKind.AS;
      SqlNode bare = aliased ? ((SqlCall) item).operand(0) : item;
      outputs.putIfAbsent(ResultColumns.name(item, outputs.size()), bare);
    }
  }

  static void collect(SqlSelect select, Annotations annotations) {
    if (select.getOrderList() != null) {
      OrderAliases aliases = new OrderAliases(select, annotations);
      select.getOrderList().forEach(aliases::item);
    }
  }

  private void item(SqlNode item) {
    switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> item(((SqlCall) item).operand(0));
      case IDENTIFIER -> {}
      default -> inside(item, false);
    }
  }

  private void inside(SqlNode node, boolean inAggregate) {
    if (node instanceof SqlIdentifier id) {
      SqlNode output = id.isSimple() ? outputs.get(id.getSimple()) : null;
      if (output != null && !annotations.references.containsKey(id)) {
        refuseInAggregate(id, output, inAggregate);
        annotations.outputs.put(id, output);
      }
    } else if (node instanceof SqlCall call && !call.isA(SqlKind.QUERY)) {
      boolean aggregate = inAggregate || call.getOperator().isAggregator();
      for (SqlNode operand : call.getOperandList()) {
        if (operand != null) {
          inside(operand, aggregate);
        }
      }
    }
  }

  private static void refuseInAggregate(SqlIdentifier id, SqlNode output, boolean inAggregate) {
    if (inAggregate && !(output instanceof SqlIdentifier)) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          "An aggregate in ORDER BY takes no output column: "
              + id.getSimple()
              + " at "
              + Positions.of(id)
              + " is one; qualify the name to mean a table's column",
          Positions.of(id));
    }
  }
}
