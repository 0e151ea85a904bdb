package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * FETCH … WITH TIES becomes a filter on the rank: rows that tie have the same. An OFFSET leaves out
 * rows after that, so it is added to the number.
 *
 * <pre>
 * SELECT a FROM t ORDER BY b FETCH FIRST 3 ROWS WITH TIES
 * SELECT _t._c0 AS a FROM (SELECT a AS _c0, b AS _o0, rank() OVER (ORDER BY b) AS _rank FROM t) AS _t
 *   WHERE _t._rank &lt;= 3 ORDER BY _t._o0
 * </pre>
 */
public final class TiesToRank implements SelectRule {
  private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;
  private static final String ALIAS = "_t";
  private static final String UNRANKED = "_u";
  private static final String RANK = "_rank";

  @Override
  public String name() {
    return "ties-to-rank";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.FETCH_WITH_TIES);
  }

  @Override
  public SqlSelect apply(SqlSelect select) {
    if (!TrinoOperators.isWithTies(select.getFetch())) {
      return select;
    }
    SqlNode number = ((SqlCall) Objects.requireNonNull(select.getFetch())).operand(0);
    SqlNode offset = select.getOffset();
    Carried carried = new Carried(select);
    return new SqlSelect(
        select.getParserPosition(),
        null,
        carried.outside(ALIAS),
        Nodes.as(ranked(select, carried), ALIAS),
        Nodes.call(
            SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            Nodes.name(ALIAS, RANK),
            offset == null ? number : sum(number, offset)),
        null,
        null,
        null,
        null,
        new SqlNodeList(carried.orderOutside(ALIAS), NOWHERE),
        offset,
        null,
        null);
  }

  private static SqlNode sum(SqlNode number, SqlNode offset) {
    return number instanceof SqlLiteral one && offset instanceof SqlLiteral other
        ? SqlLiteral.createExactNumeric(
            one.bigDecimalValue().add(other.bigDecimalValue()).toPlainString(), NOWHERE)
        : Nodes.plus(number, offset);
  }

  /** Ranks the rows that are left when DISTINCT and QUALIFY have had theirs. */
  private static SqlSelect ranked(SqlSelect select, Carried carried) {
    if (select.isDistinct() || select.getQualify() != null || hasWindow(carried.order())) {
      List<SqlNode> items = new ArrayList<>(carried.handedOn(UNRANKED));
      items.add(rank(carried.order(UNRANKED)));
      SqlSelect unranked = inside(select, carried.inside());
      SqlNodeList list = new SqlNodeList(items, NOWHERE);
      SqlNode from = Nodes.as(unranked, UNRANKED);
      return new SqlSelect(
          NOWHERE, null, list, from, null, null, null, null, null, null, null, null, null);
    }
    List<SqlNode> items = new ArrayList<>(carried.inside());
    items.add(rank(carried.order()));
    return inside(select, items);
  }

  private static SqlSelect inside(SqlSelect select, List<SqlNode> items) {
    return new SqlSelect(
        select.getParserPosition(),
        Selects.keywords(select),
        new SqlNodeList(items, NOWHERE),
        select.getFrom(),
        select.getWhere(),
        select.getGroup(),
        select.getHaving(),
        select.getWindowList(),
        select.getQualify(),
        null,
        null,
        null,
        null);
  }

  private static SqlNode rank(List<SqlNode> order) {
    SqlWindow window =
        new SqlWindow(
            NOWHERE,
            null,
            null,
            SqlNodeList.EMPTY,
            new SqlNodeList(order, NOWHERE),
            SqlLiteral.createBoolean(false, NOWHERE),
            null,
            null,
            null,
            SqlWindow.createExcludeNoOthers(NOWHERE));
    SqlNode rank = Nodes.call(SqlStdOperatorTable.RANK);
    return Nodes.as(Nodes.call(SqlStdOperatorTable.OVER, rank, window), RANK);
  }

  private static boolean hasWindow(List<SqlNode> keys) {
    boolean[] found = {false};
    SqlBasicVisitor<@Nullable Void> search =
        new SqlBasicVisitor<>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            found[0] |= call.getKind() == SqlKind.OVER;
            return super.visit(call);
          }
        };
    keys.forEach(key -> key.accept(search));
    return found[0];
  }
}
