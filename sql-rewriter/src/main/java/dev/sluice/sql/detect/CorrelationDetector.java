package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/**
 * Subqueries that name the rows of a query around them. Engines take these only in shapes that they
 * can turn into joins; the one that all take is a SELECT without groups, windows or a limit that
 * names the outer rows in its WHERE alone.
 */
final class CorrelationDetector implements NodeDetector {
  private static final Set<SqlKind> KINDS =
      EnumSet.of(
          SqlKind.SELECT,
          SqlKind.JOIN,
          SqlKind.UNION,
          SqlKind.INTERSECT,
          SqlKind.EXCEPT,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.SOME,
          SqlKind.ALL);

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.CORRELATED_SUBQUERY,
        Capability.CORRELATED_SHAPE,
        Capability.CORRELATION_SKIPS_A_LEVEL,
        Capability.CORRELATION_IN_FROM,
        Capability.CORRELATED_WITH_GROUPS,
        Capability.CORRELATED_WITH_WINDOW,
        Capability.CORRELATED_WITH_LIMIT,
        Capability.CORRELATED_UNNEST_WITH_CONDITION,
        Capability.CORRELATION_IN_OUTER_JOIN);
  }

  @Override
  public Set<SqlKind> kinds() {
    return KINDS;
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    Search search = new Search(visit.bound(), visit.requirements());
    if (node instanceof SqlSelect select) {
      if (select != visit.bound().root()) {
        search.select(select);
      }
    } else if (node instanceof SqlJoin join) {
      search.outerJoin(join);
    } else {
      search.corner((SqlCall) node);
    }
  }

  /** Whether a subquery names rows of a query around it. */
  static boolean isCorrelated(BoundQuery bound, SqlSelect select) {
    return !References.defined(bound, select).containsAll(References.items(bound, select));
  }

  /** Looks at one node. */
  private record Search(BoundQuery bound, Requirements requirements) {

    /** The branches of UNION and its like, and what IN looks through where that is an UNNEST. */
    void corner(SqlCall call) {
      if (call.isA(SqlKind.SET_QUERY)) {
        call.getOperandList().forEach(this::cornered);
      } else if (call.operand(1) instanceof SqlSelect select && isOverArray(select.getFrom())) {
        cornered(select);
      }
    }

    /** Where a correlated SELECT is not turned into a join. */
    private void cornered(SqlNode query) {
      if (query instanceof SqlSelect select && isCorrelated(bound, select)) {
        requirements.add(Capability.CORRELATED_SHAPE, select);
      }
    }

    private boolean isOverArray(@Nullable SqlNode from) {
      return from != null && bound.item(from) instanceof FromItem.UnnestItem;
    }

    void select(SqlSelect select) {
      Set<FromItem> own = References.defined(bound, select);
      if (own.containsAll(References.items(bound, select))) {
        return;
      }
      requirements.add(Capability.CORRELATED_SUBQUERY, select);
      shape(select, own);
    }

    private void shape(SqlSelect select, Set<FromItem> own) {
      if (select.getGroup() != null || select.getHaving() != null) {
        requirements.add(Capability.CORRELATED_WITH_GROUPS, select);
      }
      if (select.getFetch() != null || select.getOffset() != null) {
        requirements.add(Capability.CORRELATED_WITH_LIMIT, select);
      }
      if (select.getQualify() != null || hasWindow(select.getSelectList())) {
        requirements.add(Capability.CORRELATED_WITH_WINDOW, select);
      }
      if (select.getWhere() != null && names(select.getWhere(), own, true)) {
        requirements.add(Capability.CORRELATION_SKIPS_A_LEVEL, select);
      }
      if (select.getFrom() != null && names(select.getFrom(), own, true)) {
        requirements.add(Capability.CORRELATION_IN_FROM, select);
      }
      boolean overArray = select.getFrom() != null && isOverArray(select.getFrom());
      if (overArray && select.getWhere() != null) {
        requirements.add(Capability.CORRELATED_UNNEST_WITH_CONDITION, select);
      }
      if (select.isDistinct() || namesElsewhere(select, own)) {
        requirements.add(Capability.CORRELATED_SHAPE, select);
      }
    }

    /** Subqueries in the condition of an outer join that name the rows that it joins. */
    void outerJoin(SqlJoin join) {
      SqlNode condition = join.getCondition();
      switch (join.getJoinType()) {
        case LEFT, RIGHT, FULL -> {
          if (condition != null) {
            TreeWalk.walk(
                condition,
                node -> {
                  if (node instanceof SqlSelect select && isCorrelated(bound, select)) {
                    requirements.add(Capability.CORRELATION_IN_OUTER_JOIN, select);
                  }
                  return true;
                });
          }
        }
        default -> {}
      }
    }

    private static boolean hasWindow(SqlNode node) {
      boolean[] found = {false};
      TreeWalk.walk(
          node,
          inner -> {
            found[0] |= inner.getKind() == SqlKind.OVER;
            return !inner.isA(SqlKind.QUERY);
          });
      return found[0];
    }

    /** Without a FROM clause there is nothing to join, and any part may name the outer row. */
    private boolean namesElsewhere(SqlSelect select, Set<FromItem> own) {
      if (select.getFrom() == null) {
        return false;
      } else if (isOverArray(select.getFrom())) {
        return names(select.getSelectList(), own, false);
      }
      return names(select.getSelectList(), own, false)
          || names(select.getFrom(), own, false)
          || names(select.getOrderList(), own, false);
    }

    /**
     * Whether a part names what is not the subquery's own.
     *
     * @param within whether only by subqueries within it, which then skip a level
     */
    private boolean names(@Nullable SqlNode part, Set<FromItem> own, boolean within) {
      if (part == null) {
        return false;
      }
      boolean[] found = {false};
      TreeWalk.walk(
          part,
          node -> {
            boolean isQuery = node.isA(SqlKind.QUERY);
            if (within ? isQuery : node instanceof SqlIdentifier) {
              found[0] |= !own.containsAll(References.items(bound, node));
            }
            return !isQuery;
          });
      return found[0];
    }
  }
}
