package dev.sluice.sql.rewrite;

import dev.sluice.DataType;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.PresentStructs;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/** What a SELECT gives back, in an engine's words, and the ORDER BY that may count it. */
final class OutputColumns {
  private final Target target;
  private final ExpressionRewriter expressions;
  private final SqlSelect select;
  private final List<SqlNode> items = new ArrayList<>();

  /** For each column of the user's, the number of the engine's first column for it, from 1. */
  private final List<Integer> starts = new ArrayList<>();

  OutputColumns(Target target, ExpressionRewriter expressions, SqlSelect select) {
    this.target = target;
    this.expressions = expressions;
    this.select = select;
    List<String> names = target.bound().outputNames(select);
    boolean byLeaves = target.rule(StructToLeaves.class).isPresent();
    for (int i = 0; i < names.size(); i++) {
      starts.add(items.size() + 1);
      SqlNode item = Selects.bare(select.getSelectList().get(i));
      Optional<ColumnReference> struct =
          byLeaves ? PresentStructs.find(target.bound(), select, item) : Optional.empty();
      if (struct.isPresent()) {
        addLeaves(struct.get(), target.bound().typeOf(item), names.get(i));
      } else {
        items.add(named(expressions.expression(item), names.get(i)));
      }
    }
  }

  /** Every output column says its name, unless the expression already ends in it. */
  private static SqlNode named(SqlNode item, String name) {
    boolean named =
        item instanceof SqlIdentifier id && id.names.get(id.names.size() - 1).equals(name);
    return named ? item : Nodes.as(item, name);
  }

  private void addLeaves(ColumnReference struct, DataType type, String name) {
    for (DataType.Field field : ((DataType.Struct) type).fields()) {
      List<String> path = new ArrayList<>(struct.path());
      path.add(field.name());
      SqlNode leaf = expressions.name(new ColumnReference(struct.item(), struct.column(), path));
      items.add(Nodes.as(leaf, name + "." + field.name()));
    }
  }

  SqlNodeList items() {
    return new SqlNodeList(items, select.getSelectList().getParserPosition());
  }

  @Nullable SqlNodeList order() {
    if (select.getOrderList() == null) {
      return null;
    }
    SqlNodeList order = expressions.order(select.getOrderList());
    if (items.size() == starts.size()) {
      return order;
    }
    List<SqlNode> renumbered = new ArrayList<>();
    order.forEach(item -> renumbered.add(Selects.mapKey(item, this::renumbered)));
    return new SqlNodeList(renumbered, order.getParserPosition());
  }

  private SqlNode renumbered(SqlNode key) {
    return key instanceof SqlNumericLiteral number && number.isInteger()
        ? Nodes.number(starts.get(number.intValue(true) - 1))
        : key;
  }
}
