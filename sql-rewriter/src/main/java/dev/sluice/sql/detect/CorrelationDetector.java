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
    return EnumSet.of(Capability.CORRELATED_SUBQUERY, Capability.CORRELATED_SHAPE);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    new Search(subject.bound(), requirements).run();
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
      if (cornered.contains(select) || !isPlain(select) || !namesInWhere(select, own)) {
        requirements.add(Capability.CORRELATED_SHAPE, select);
      }
    }

    private static boolean isPlain(SqlSelect select) {
      return select.getGroup() == null
          && select.getHaving() == null
          && select.getQualify() == null
          && select.getFetch() == null
          && select.getOffset() == null
          && !select.isDistinct()
          && !hasWindow(select.getSelectList());
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
    private boolean namesInWhere(SqlSelect select, Set<FromItem> own) {
      if (select.getFrom() == null) {
        return true;
      } else if (isOverArray(select.getFrom())) {
        return select.getWhere() == null && !names(select.getSelectList(), own, false);
      }
      return !names(select.getSelectList(), own, false)
          && !names(select.getFrom(), own, false)
          && !names(select.getOrderList(), own, false)
          && !(select.getWhere() != null && names(select.getWhere(), own, true));
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
