package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/** Tables with nested columns beside other tables, below IN, and aggregated in a subquery. */
final class JoinDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.OUTER_JOIN_WITH_NESTED_TABLE,
        Capability.JOIN_IN_NESTED_SUBQUERY,
        Capability.IN_SUBQUERY_OVER_NESTED,
        Capability.AGGREGATE_SUBQUERY_OVER_NESTED);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT, SqlKind.IN, SqlKind.NOT_IN);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    BoundQuery bound = visit.bound();
    if (!(node instanceof SqlSelect select)) {
      SqlNode list = ((SqlCall) node).operand(1);
      if (list.isA(SqlKind.QUERY) && References.readsNested(bound, list)) {
        visit.requirements().add(Capability.IN_SUBQUERY_OVER_NESTED, node);
      }
    } else if (select.getFrom() != null) {
      from(bound, select, visit.requirements());
    }
  }

  private static void from(BoundQuery bound, SqlSelect select, Requirements requirements) {
    List<FromItem> items = new ArrayList<>();
    List<SqlJoin> outer = new ArrayList<>();
    gather(bound, select.getFrom(), items, outer);
    boolean subquery = !bound.isOutermost(select);
    boolean opensOuter = subquery && opensOuter(bound, items);
    // An UNNEST is a part of the table that it opens, not another table.
    items.removeIf(FromItem.UnnestItem.class::isInstance);
    if (opensOuter && !items.isEmpty()) {
      requirements.add(Capability.JOIN_IN_NESTED_SUBQUERY, select);
    }
    if (subquery && Aggregates.in(select) && items.stream().anyMatch(References::isNested)) {
      requirements.add(Capability.AGGREGATE_SUBQUERY_OVER_NESTED, select);
    }
    if (items.size() < 2 || items.stream().noneMatch(References::isNested)) {
      return;
    }
    outer.forEach(join -> requirements.add(Capability.OUTER_JOIN_WITH_NESTED_TABLE, join));
    if (subquery) {
      requirements.add(Capability.JOIN_IN_NESTED_SUBQUERY, select);
    }
  }

  /** Whether an UNNEST is of a row of the query around. */
  private static boolean opensOuter(BoundQuery bound, List<FromItem> items) {
    return items.stream()
        .filter(FromItem.UnnestItem.class::isInstance)
        .map(item -> References.items(bound, ((FromItem.UnnestItem) item).call()))
        .anyMatch(opened -> !items.containsAll(opened));
  }

  private static void gather(
      BoundQuery bound, SqlNode node, List<FromItem> items, List<SqlJoin> outer) {
    if (node instanceof SqlJoin join) {
      gather(bound, join.getLeft(), items, outer);
      gather(bound, join.getRight(), items, outer);
      boolean unnests = bound.item(join.getRight()) instanceof FromItem.UnnestItem;
      switch (join.getJoinType()) {
        case LEFT, RIGHT, FULL -> {
          if (!unnests) {
            outer.add(join);
          }
        }
        default -> {}
      }
    } else {
      FromItem item = bound.item(node);
      if (item != null) {
        items.add(item);
      }
    }
  }
}
