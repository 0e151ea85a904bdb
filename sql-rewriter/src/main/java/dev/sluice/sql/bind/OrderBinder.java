package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.util.Litmus;

/**
 * Binds ORDER BY. A name means an output column before it means a table's. One that stands alone
 * stays as it is, since it means that everywhere; inside an expression others would take it for a
 * table's column, so the output's expression takes its place.
 */
final class OrderBinder {
  private final ExpressionBinder expressions;
  private final List<SelectItem> items;
  private final Place place;
  private final boolean distinct;
  private final Map<String, List<SqlNode>> outputs = new HashMap<>();

  OrderBinder(ExpressionBinder expressions, List<SelectItem> items, Place place, boolean distinct) {
    this.expressions = expressions;
    this.items = items;
    this.distinct = distinct;
    for (SelectItem item : items) {
      if (item.name() != null) {
        outputs.computeIfAbsent(item.name(), name -> new ArrayList<>()).add(item.bare());
      }
    }
    this.place = place.naming(outputs);
  }

  SqlNodeList bind(SqlNodeList order) {
    List<SqlNode> bound = new ArrayList<>();
    order.forEach(item -> bound.add(item(item)));
    return new SqlNodeList(bound, order.getParserPosition());
  }

  private SqlNode item(SqlNode item) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST ->
          ExpressionBinder.copy((SqlCall) item, List.of(item(((SqlCall) item).operand(0))));
      default -> key(item);
    };
  }

  private SqlNode key(SqlNode node) {
    if (node instanceof SqlNumericLiteral number && number.isInteger()) {
      expressions.requireOrderable(node, Ordinals.item(number, items, Clause.ORDER_BY).bare());
      return number;
    }
    List<SqlNode> same =
        node instanceof SqlIdentifier id && id.isSimple() ? outputs.get(id.getSimple()) : null;
    if (same != null) {
      requireOne((SqlIdentifier) node, same);
      expressions.requireOrderable(node, same.get(0));
      return node;
    }
    SqlNode bound = expressions.bind(node, place);
    expressions.requireOrderable(node, bound);
    boolean selected =
        items.stream().anyMatch(item -> item.bare().equalsDeep(bound, Litmus.IGNORE));
    if (distinct && !selected) {
      throw BindErrors.invalid(
          node, "With SELECT DISTINCT, ORDER BY takes only what is selected", "");
    }
    return bound;
  }

  private static void requireOne(SqlIdentifier id, List<SqlNode> same) {
    boolean alike = same.stream().allMatch(one -> one.equalsDeep(same.get(0), Litmus.IGNORE));
    if (!alike) {
      throw BindErrors.ambiguous(id, id.getSimple(), List.of());
    }
  }
}
