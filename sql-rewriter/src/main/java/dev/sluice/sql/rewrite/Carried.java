package dev.sluice.sql.rewrite;

import dev.sluice.sql.bind.ResultColumns;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * What a SELECT that moves into a subquery has to carry out of it: its columns under names of their
 * own, {@code _c0} and on, and the keys of its ORDER BY that are no column, {@code _o0} and on.
 */
final class Carried {
  private final SqlSelect select;
  private final List<SqlNode> expressions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<SqlNode> order = new ArrayList<>();

  Carried(SqlSelect select) {
    this.select = select;
    for (SqlNode item : select.getSelectList()) {
      names.add("_c" + names.size());
      expressions.add(Selects.bare(item));
    }
    SqlNodeList keys = select.getOrderList();
    if (keys != null) {
      keys.forEach(item -> order.add(Selects.mapKey(item, this::expression)));
      order.forEach(item -> Selects.mapKey(item, this::carry));
    }
  }

  /** What a key of ORDER BY stands for: numbers and names are those of output columns. */
  private SqlNode expression(SqlNode key) {
    if (key instanceof SqlNumericLiteral number && number.isInteger()) {
      return expressions.get(number.intValue(true) - 1);
    }
    if (key instanceof SqlIdentifier id && id.isSimple()) {
      for (int i = 0; i < select.getSelectList().size(); i++) {
        if (ResultColumns.name(select.getSelectList().get(i), i).equals(id.getSimple())) {
          return expressions.get(i);
        }
      }
    }
    return key;
  }

  /** What is selected anyway is carried once: DISTINCT allows no other order. */
  private SqlNode carry(SqlNode expression) {
    if (index(expression) < 0) {
      names.add("_o" + (names.size() - select.getSelectList().size()));
      expressions.add(expression);
    }
    return expression;
  }

  private int index(SqlNode expression) {
    for (int i = 0; i < expressions.size(); i++) {
      if (expressions.get(i).equalsDeep(expression, Litmus.IGNORE)) {
        return i;
      }
    }
    return -1;
  }

  /** The subquery's columns. */
  List<SqlNode> inside() {
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      items.add(Nodes.as(expressions.get(i), names.get(i)));
    }
    return items;
  }

  /** The subquery's columns, of a query around it that only hands them on. */
  List<SqlNode> handedOn(String alias) {
    List<SqlNode> items = new ArrayList<>();
    names.forEach(name -> items.add(Nodes.name(alias, name)));
    return items;
  }

  /** The columns of the query around, called as the SELECT's were. */
  SqlNodeList outside(String alias) {
    List<SqlNode> items = new ArrayList<>();
    SqlNodeList selected = select.getSelectList();
    for (int i = 0; i < selected.size(); i++) {
      SqlNode column = Nodes.name(alias, names.get(i));
      items.add(Nodes.as(column, ResultColumns.name(selected.get(i), i)));
    }
    return new SqlNodeList(items, SqlParserPos.ZERO);
  }

  /** The keys of ORDER BY as the SELECT computes them. */
  List<SqlNode> order() {
    return order;
  }

  /** The keys of ORDER BY as columns of the subquery. */
  List<SqlNode> order(String alias) {
    return order.stream()
        .map(item -> Selects.mapKey(item, key -> Nodes.name(alias, names.get(index(key)))))
        .toList();
  }

  /** The ORDER BY of the query around: names and numbers of output columns stay what they are. */
  List<SqlNode> orderOutside(String alias) {
    List<SqlNode> items = new ArrayList<>();
    SqlNodeList keys = select.getOrderList();
    for (int i = 0; i < order.size(); i++) {
      SqlNode carried = order(alias).get(i);
      items.add(isOutput(keys.get(i)) ? keys.get(i) : carried);
    }
    return items;
  }

  private static boolean isOutput(SqlNode item) {
    boolean[] output = {false};
    Selects.mapKey(
        item,
        key -> {
          output[0] =
              key instanceof SqlLiteral || (key instanceof SqlIdentifier id && id.isSimple());
          return key;
        });
    return output[0];
  }
}
