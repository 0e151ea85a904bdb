package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
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
final class CorrelationDetector implements Detector {
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
  public void detect(Subject subject, Requirements requirements) {
    new Search(subject.bound(), requirements).run();
  }

  /** Whether a subquery names rows of a query around it. */
  static boolean isCorrelated(BoundQuery bound, SqlSelect select) {
    return !References.defined(bound, select).containsAll(References.items(bound, select));
  }

  /** One walk over one query. */
  private static final class Search {
    private final BoundQuery bound;
    private final Requirements requirements;

    /** SELECTs that stand where a correlated one is not turned into a join. */
    private final Set<SqlNode> cornered = Collections.newSetFromMap(new IdentityHashMap<>());

    Search(BoundQuery bound, Requirements requirements) {
      this.bound = bound;
      this.requirements = requirements;
    }

    void run() {
      TreeWalk.walk(
          bound.root(),
          node -> {
            corner(node);
            if (node instanceof SqlJoin join) {
              outerJoin(join);
            }
            if (node instanceof SqlSelect select && select != bound.root()) {
              select(select);
            }
            return true;
          });
    }

    /** The branches of UNION and its like, and what IN looks through where that is an UNNEST. */
    private void corner(SqlNode node) {
      if (node.isA(SqlKind.SET_QUERY)) {
        cornered.addAll(((SqlCall) node).getOperandList());
      } else if (node instanceof SqlCall call && isIn(call.getKind())) {
        SqlNode rows = call.operand(1);
        if (rows instanceof SqlSelect select && isOverArray(select.getFrom())) {
          cornered.add(select);
        }
      }
    }

    private static boolean isIn(SqlKind kind) {
      return switch (kind) {
        case IN, NOT_IN, SOME, ALL -> true;
        default -> false;
      };
    }

    private boolean isOverArray(@Nullable SqlNode from) {
      return from != null && bound.item(from) instanceof FromItem.UnnestItem;
    }

    private void select(SqlSelect select) {
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
      if (cornered.contains(select) || select.isDistinct() || namesElsewhere(select, own)) {
        requirements.add(Capability.CORRELATED_SHAPE, select);
      }
    }

    /** Subqueries in the condition of an outer join that name the rows that it joins. */
    private void outerJoin(SqlJoin join) {
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
