package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;

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
    Carried carried = new Carried(select);
    List<SqlNode> inner = new ArrayList<>(carried.inside());
    inner.add(Nodes.as(qualify, KEPT));
    List<SqlNode> order = carried.orderOutside(ALIAS);
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
        carried.outside(ALIAS),
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
