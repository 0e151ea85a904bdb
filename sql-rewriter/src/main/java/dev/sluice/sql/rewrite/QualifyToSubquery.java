package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.ResultColumns;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * QUALIFY becomes a filter around the query.
 *
 * <pre>
 * SELECT a FROM t QUALIFY row_number() OVER (ORDER BY b) = 1 ORDER BY b
 * SELECT q._c0 AS a FROM (SELECT a AS _c0, b AS _o0, row_number() OVER (ORDER BY b) = 1 AS _qualify
 *   FROM t) AS q WHERE q._qualify ORDER BY q._o0
 * </pre>
 */
public final class QualifyToSubquery implements SelectRule {
  private static final String ALIAS = "_q";
  private static final String KEPT = "_qualify";

  @Override
  public String name() {
    return "qualify-to-subquery";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.QUALIFY);
  }

  @Override
  public SqlSelect apply(SqlSelect select) {
    SqlNode qualify = select.getQualify();
    if (qualify == null) {
      return select;
    }
    List<SqlNode> inner = new ArrayList<>();
    List<SqlNode> outer = new ArrayList<>();
    for (SqlNode item : select.getSelectList()) {
      int index = outer.size();
      inner.add(Nodes.as(bare(item), "_c" + index));
      outer.add(Nodes.as(Nodes.name(ALIAS, "_c" + index), ResultColumns.name(item, index)));
    }
    List<SqlNode> order = order(select, inner);
    inner.add(Nodes.as(qualify, KEPT));
    return around(select, inner, outer, order);
  }

  private static SqlNode bare(SqlNode item) {
    return item instanceof SqlCall call && call.getKind() == SqlKind.AS ? call.operand(0) : item;
  }

  /** Order keys that are no output column are computed inside and carried out. */
  private static List<SqlNode> order(SqlSelect select, List<SqlNode> inner) {
    List<SqlNode> order = new ArrayList<>();
    SqlNodeList items = select.getOrderList();
    if (items != null) {
      for (SqlNode item : items) {
        order.add(carry(item, order.size(), inner));
      }
    }
    return order;
  }

  private static SqlNode carry(SqlNode item, int index, List<SqlNode> inner) {
    if (item instanceof SqlCall call
        && (call.getKind() == SqlKind.DESCENDING
            || call.getKind() == SqlKind.NULLS_FIRST
            || call.getKind() == SqlKind.NULLS_LAST)) {
      SqlNode carried = carry(call.operand(0), index, inner);
      return call.getOperator().createCall(call.getParserPosition(), carried);
    }
    boolean output =
        item instanceof SqlLiteral || (item instanceof SqlIdentifier id && id.isSimple());
    if (output) {
      return item;
    }
    // What is selected anyway is carried once: DISTINCT allows no other order.
    for (int i = 0; i < inner.size(); i++) {
      if (bare(inner.get(i)).equalsDeep(item, Litmus.IGNORE)) {
        String carried = ((SqlIdentifier) ((SqlCall) inner.get(i)).operand(1)).getSimple();
        return Nodes.name(ALIAS, carried);
      }
    }
    inner.add(Nodes.as(item, "_o" + index));
    return Nodes.name(ALIAS, "_o" + index);
  }

  private static SqlSelect around(
      SqlSelect select, List<SqlNode> inner, List<SqlNode> outer, List<SqlNode> order) {
    SqlParserPos at = select.getParserPosition();
    SqlSelect inside =
        new SqlSelect(
            at,
            null,
            new SqlNodeList(inner, at),
            select.getFrom(),
            select.getWhere(),
            select.getGroup(),
            select.getHaving(),
            select.getWindowList(),
            null,
            null,
            null,
            null,
            null);
    return new SqlSelect(
        at,
        Selects.keywords(select),
        new SqlNodeList(outer, at),
        Nodes.as(inside, ALIAS),
        Nodes.name(ALIAS, KEPT),
        null,
        null,
        null,
        null,
        order.isEmpty() ? null : new SqlNodeList(order, at),
        select.getOffset(),
        select.getFetch(),
        null);
  }
}
