package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlInternalOperators;
import org.jspecify.annotations.Nullable;

/** Binds GROUP BY: expressions, numbers of output columns, sets of them. */
final class GroupBinder {
  private final ExpressionBinder expressions;
  private final List<SelectItem> items;
  private final Place place;
  private final List<SqlNode> keys = new ArrayList<>();

  GroupBinder(ExpressionBinder expressions, List<SelectItem> items, Place place) {
    this.expressions = expressions;
    this.items = items;
    this.place = place;
  }

  /** Every expression that is grouped by, in whatever set. */
  List<SqlNode> keys() {
    return keys;
  }

  /**
   * What is grouped by. The empty set, {@code ()}, is left out, since it splits no group; keys in
   * parentheses, {@code (a, b)}, are keys.
   */
  @Nullable SqlNodeList bind(@Nullable SqlNodeList group) {
    if (group == null) {
      return null;
    }
    List<SqlNode> bound = new ArrayList<>();
    boolean isDistinct = group.size() == 1 && isDistinct(group.get(0));
    List<SqlNode> elements = isDistinct ? ((SqlCall) group.get(0)).getOperandList() : group;
    elements.forEach(node -> add(node, bound));
    return new SqlNodeList(
        isDistinct ? GroupingSets.distinct(bound, group) : bound, group.getParserPosition());
  }

  private static boolean isDistinct(SqlNode node) {
    return node instanceof SqlCall call
        && call.getOperator() == SqlInternalOperators.GROUP_BY_DISTINCT;
  }

  private void add(SqlNode node, List<SqlNode> bound) {
    if (node instanceof SqlNodeList set) {
      set.forEach(key -> add(key, bound));
    } else if (node.getKind() == SqlKind.ROW) {
      ((SqlCall) node).getOperandList().forEach(key -> add(key, bound));
    } else {
      bound.add(item(node));
    }
  }

  private SqlNodeList list(SqlNodeList nodes) {
    List<SqlNode> bound = new ArrayList<>();
    nodes.forEach(node -> bound.add(item(node)));
    return new SqlNodeList(bound, nodes.getParserPosition());
  }

  private SqlNode item(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list(list);
    }
    return switch (node.getKind()) {
      case GROUPING_SETS, ROLLUP, CUBE, ROW -> {
        SqlCall call = (SqlCall) node;
        yield ExpressionBinder.copy(call, call.getOperandList().stream().map(this::item).toList());
      }
      default -> key(node);
    };
  }

  private SqlNode key(SqlNode node) {
    SqlNode key =
        node instanceof SqlNumericLiteral number && number.isInteger()
            ? Ordinals.item(number, items, Clause.GROUP_BY).bare()
            : expressions.bind(node, place);
    requireRowsOwn(node, key);
    keys.add(key);
    return key;
  }

  /** A number may stand for an output column that rows have only once they are grouped. */
  private static void requireRowsOwn(SqlNode written, SqlNode key) {
    for (SqlNode part : Subtree.of(key)) {
      boolean isWindow = part.getKind() == SqlKind.OVER;
      if (isWindow || (part instanceof SqlCall call && call.getOperator().isAggregator())) {
        String what = isWindow ? "A window function" : "An aggregate";
        throw BindErrors.invalid(written, what + " cannot stand in the GROUP BY clause", "");
      }
    }
  }
}
