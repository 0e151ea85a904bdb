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

/** Tables with nested columns beside other tables, and inside subqueries. */
final class NestedTableDetector implements Detector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.OUTER_JOIN_WITH_NESTED_TABLE,
        Capability.JOIN_IN_NESTED_SUBQUERY,
        Capability.IN_SUBQUERY_OVER_NESTED,
        Capability.ORDER_BY_IN_NESTED_SUBQUERY);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    BoundQuery bound = subject.bound();
    Subqueries subqueries = new Subqueries(bound);
    TreeWalk.walk(
        bound.root(),
        node -> {
          if (node instanceof SqlSelect select) {
            if (subqueries.contains(select)) {
              subquery(bound, select, requirements);
            }
          } else if (node instanceof SqlJoin join) {
            join(bound, join, requirements);
          } else if (node instanceof SqlCall call && isMembership(call)) {
            membership(bound, call, requirements);
          }
          return true;
        });
  }

  private static void subquery(BoundQuery bound, SqlSelect select, Requirements requirements) {
    if (isOrdered(select) && Subqueries.readsNested(bound, select)) {
      requirements.add(Capability.ORDER_BY_IN_NESTED_SUBQUERY, select);
    }
    if (select.getFrom() != null && mixesNested(sources(bound, select.getFrom()))) {
      requirements.add(Capability.JOIN_IN_NESTED_SUBQUERY, select);
    }
  }

  private static boolean isOrdered(SqlSelect select) {
    return select.getFetch() != null
        || select.getOffset() != null
        || (select.getOrderList() != null && !select.getOrderList().isEmpty());
  }

  private static void join(BoundQuery bound, SqlJoin join, Requirements requirements) {
    boolean outer =
        switch (join.getJoinType()) {
          case LEFT, RIGHT, FULL -> true;
          default -> false;
        };
    if (outer && mixesNested(sources(bound, join))) {
      requirements.add(Capability.OUTER_JOIN_WITH_NESTED_TABLE, join);
    }
  }

  private static boolean isMembership(SqlCall call) {
    return call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN;
  }

  private static void membership(BoundQuery bound, SqlCall call, Requirements requirements) {
    SqlNode values = call.operand(1);
    if (values.isA(SqlKind.QUERY) && Subqueries.readsNested(bound, values)) {
      requirements.add(Capability.IN_SUBQUERY_OVER_NESTED, call);
    }
  }

  private static boolean mixesNested(List<FromItem> sources) {
    return sources.size() > 1 && sources.stream().anyMatch(Subqueries::isNested);
  }

  /** What a FROM clause joins itself, but for the arrays of its own rows. */
  private static List<FromItem> sources(BoundQuery bound, SqlNode from) {
    List<FromItem> sources = new ArrayList<>();
    collect(bound, from, sources);
    return sources;
  }

  private static void collect(BoundQuery bound, SqlNode from, List<FromItem> into) {
    if (from instanceof SqlJoin join) {
      collect(bound, join.getLeft(), into);
      collect(bound, join.getRight(), into);
      return;
    }
    FromItem item = bound.item(from);
    if (item != null && !(item instanceof FromItem.UnnestItem)) {
      into.add(item);
    }
  }
}
