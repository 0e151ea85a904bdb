package dev.sluice.sql.rewrite;

import dev.sluice.ResultColumn;
import dev.sluice.sql.bind.ResultColumns;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Applies an {@link OutputRule} to the columns of the answer. Where the query itself looks at its
 * output columns (DISTINCT, set operators, an ORDER BY or GROUP BY that names one that is changed),
 * it becomes a subquery, and its columns change around it.
 *
 * <pre>
 * SELECT c.id, f(c.device) AS device FROM web.clicks AS c
 * SELECT _r._c0 AS id, f(_r._c1) AS device FROM (SELECT DISTINCT c.id AS _c0, c.device AS _c1 FROM …) AS _r
 * </pre>
 */
final class ChangedOutput {
  private static final String ALIAS = "_r";

  private final OutputRule rule;
  private final List<ResultColumn> columns;
  private final Remarks remarks;

  ChangedOutput(OutputRule rule, List<ResultColumn> columns, Remarks remarks) {
    this.rule = rule;
    this.columns = columns;
    this.remarks = remarks;
  }

  /** The same query where no column is changed. */
  SqlNode of(SqlNode query) {
    if (columns.stream().noneMatch(column -> rule.changes(column.type()))) {
      return query;
    }
    remarks.applied(rule.name());
    return query instanceof SqlWith with
        ? new PlainWith(with.getParserPosition(), with.withList, body(with.body))
        : body(query);
  }

  private SqlNode body(SqlNode query) {
    if (!(query instanceof SqlSelect select)) {
      return around(query);
    }
    return looksAtChanged(select) ? around(select) : inPlace(select);
  }

  private SqlSelect inPlace(SqlSelect select) {
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SqlNode item = select.getSelectList().get(i);
      items.add(isChanged(i) ? changed(Selects.bare(item), i) : item);
    }
    SqlSelect changed = (SqlSelect) select.clone(select.getParserPosition());
    changed.setSelectList(new SqlNodeList(items, select.getSelectList().getParserPosition()));
    return changed;
  }

  private SqlNode around(SqlSelect select) {
    Carried carried = new Carried(select);
    SqlParserPos at = select.getParserPosition();
    SqlSelect inside = (SqlSelect) select.clone(at);
    inside.setSelectList(new SqlNodeList(carried.inside(), at));
    inside.setOrderBy(null);
    inside.setOffset(null);
    inside.setFetch(null);
    List<SqlNode> items = new ArrayList<>();
    SqlNodeList outside = carried.outside(ALIAS);
    for (int i = 0; i < columns.size(); i++) {
      items.add(isChanged(i) ? changed(Selects.bare(outside.get(i)), i) : outside.get(i));
    }
    List<SqlNode> order = carried.order(ALIAS);
    return select(
        items,
        Nodes.as(inside, ALIAS),
        order.isEmpty() ? null : new SqlNodeList(order, at),
        select.getOffset(),
        select.getFetch());
  }

  /** A query that is no SELECT has no order of its own. */
  private SqlNode around(SqlNode query) {
    List<SqlNode> named = new ArrayList<>(List.of(query, Nodes.name(ALIAS)));
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String carried = "_c" + i;
      named.add(Nodes.name(carried));
      SqlNode column = Nodes.name(ALIAS, carried);
      items.add(isChanged(i) ? changed(column, i) : Nodes.as(column, columns.get(i).name()));
    }
    SqlNode from = Nodes.call(SqlStdOperatorTable.AS, named.toArray(SqlNode[]::new));
    return select(items, from, null, null, null);
  }

  private static SqlSelect select(
      List<SqlNode> items,
      SqlNode from,
      @Nullable SqlNodeList order,
      @Nullable SqlNode offset,
      @Nullable SqlNode fetch) {
    SqlParserPos at = SqlParserPos.ZERO;
    return new SqlSelect(
        at,
        null,
        new SqlNodeList(items, at),
        from,
        null,
        null,
        null,
        null,
        null,
        order,
        offset,
        fetch,
        null);
  }

  private boolean isChanged(int column) {
    return rule.changes(columns.get(column).type());
  }

  private SqlNode changed(SqlNode value, int column) {
    ResultColumn of = columns.get(column);
    return Nodes.as(rule.changed(value, of.type(), remarks), of.name());
  }

  private boolean looksAtChanged(SqlSelect select) {
    return select.isDistinct()
        || names(select, select.getOrderList())
        || names(select, select.getGroup());
  }

  /** Whether a key is the number or the name of a changed column. */
  private boolean names(SqlSelect select, @Nullable SqlNodeList keys) {
    boolean[] found = {false};
    if (keys != null) {
      for (SqlNode item : keys) {
        Selects.mapKey(
            item,
            key -> {
              found[0] |= names(select, key);
              return key;
            });
      }
    }
    return found[0];
  }

  private boolean names(SqlSelect select, SqlNode key) {
    if (key instanceof SqlNumericLiteral number && number.isInteger()) {
      int column = number.intValue(true) - 1;
      return column >= 0 && column < columns.size() && isChanged(column);
    }
    if (!(key instanceof SqlIdentifier id && id.isSimple())) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      String name = ResultColumns.name(select.getSelectList().get(i), i);
      if (isChanged(i) && name.equalsIgnoreCase(((SqlIdentifier) key).getSimple())) {
        return true;
      }
    }
    return false;
  }
}
