package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.parse.GroupsFrame;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Windows: frames that stand or are left out, names, defaults. */
final class WindowDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.WINDOW_AGGREGATE_DEFAULT_FRAME,
        Capability.WINDOW_RANGE_FRAME,
        Capability.WINDOW_GROUPS_FRAME,
        Capability.WINDOW_COMPUTED_BOUND,
        Capability.NAMED_WINDOW,
        Capability.LAG_LEAD_DEFAULT,
        Capability.WINDOW_CONSTANT_KEY,
        Capability.WINDOW_DISTINCT,
        Capability.NULL_ORDERING);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT, SqlKind.WINDOW, SqlKind.OVER);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    BoundQuery bound = visit.bound();
    Requirements requirements = visit.requirements();
    if (node instanceof SqlSelect select) {
      named(select.getWindowList(), requirements);
      ties(bound, select, requirements);
    } else if (node instanceof SqlWindow window) {
      frame(window, requirements);
      keys(bound, window.getPartitionList(), requirements);
      keys(bound, window.getOrderList(), requirements);
    } else if (node.getKind() == SqlKind.OVER) {
      over((SqlCall) node, requirements);
    }
  }

  private static void named(SqlNodeList windows, Requirements requirements) {
    for (SqlNode window : windows) {
      requirements.add(Capability.NAMED_WINDOW, window);
    }
  }

  private static void over(SqlCall over, Requirements requirements) {
    SqlCall function = over.operand(0);
    while (function.getKind() == SqlKind.FILTER
        || function.getKind() == SqlKind.IGNORE_NULLS
        || function.getKind() == SqlKind.RESPECT_NULLS) {
      function = function.operand(0);
    }
    boolean shifts = function.getKind() == SqlKind.LAG || function.getKind() == SqlKind.LEAD;
    if (shifts && function.operandCount() > 2) {
      requirements.add(Capability.LAG_LEAD_DEFAULT, function);
    }
    SqlLiteral quantifier = function.getFunctionQuantifier();
    if (quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT) {
      requirements.add(Capability.WINDOW_DISTINCT, function);
    }
    SqlNode window = over.operand(1);
    if (window instanceof SqlIdentifier) {
      requirements.add(Capability.NAMED_WINDOW, window);
      // What the name stands for may be ordered without a frame.
      defaultFrame(function, requirements);
    } else if (window instanceof SqlWindow spec) {
      boolean ordered = !spec.getOrderList().isEmpty() || spec.getRefName() != null;
      if (ordered && !isFramed(spec)) {
        defaultFrame(function, requirements);
      }
    }
  }

  /** Engines without ties get a window over the keys of the query's own ORDER BY. */
  private static void ties(BoundQuery bound, SqlSelect select, Requirements requirements) {
    if (TrinoOperators.isWithTies(select.getFetch())) {
      keys(bound, OrderKeys.of(bound, select), requirements);
    }
  }

  /** A key is constant when no row has a say in it. */
  private static void keys(BoundQuery bound, Iterable<SqlNode> keys, Requirements requirements) {
    for (SqlNode key : keys) {
      if (!References.hasColumn(bound, key) && !Aggregates.below(key)) {
        requirements.add(Capability.WINDOW_CONSTANT_KEY, bare(key));
      }
    }
  }

  private static SqlNode bare(SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> bare(((SqlCall) key).operand(0));
      default -> key;
    };
  }

  private static void defaultFrame(SqlCall function, Requirements requirements) {
    if (heedsFrame(function.getKind())) {
      requirements.add(Capability.WINDOW_AGGREGATE_DEFAULT_FRAME, function);
    }
  }

  private static void frame(SqlWindow window, Requirements requirements) {
    SyntaxDetector.order(window.getOrderList(), requirements);
    if (window.getRefName() != null) {
      requirements.add(Capability.NAMED_WINDOW, window);
    }
    bound(window.getLowerBound(), requirements);
    bound(window.getUpperBound(), requirements);
    if (window instanceof GroupsFrame) {
      requirements.add(Capability.WINDOW_GROUPS_FRAME, window);
    } else if (isFramed(window) && !window.isRows()) {
      requirements.add(Capability.WINDOW_RANGE_FRAME, window);
    }
    if (!SqlWindow.createExcludeNoOthers(SqlParserPos.ZERO).getValue().equals(exclusion(window))) {
      requirements.add(Capability.OTHER_SYNTAX, window, "EXCLUDE in a window frame");
    }
  }

  private static void bound(@Nullable SqlNode bound, Requirements requirements) {
    if (bound instanceof SqlCall call && !(call.operand(0) instanceof SqlLiteral)) {
      requirements.add(Capability.WINDOW_COMPUTED_BOUND, call.operand(0));
    }
  }

  private static @Nullable Object exclusion(SqlWindow window) {
    SqlLiteral exclude = window.getExclude();
    return exclude == null ? null : exclude.getValue();
  }

  private static boolean isFramed(SqlWindow window) {
    return window.getLowerBound() != null || window.getUpperBound() != null;
  }

  /** Ranking functions and shifts mean the same under any frame. */
  private static boolean heedsFrame(SqlKind function) {
    return switch (function) {
      case ROW_NUMBER, RANK, DENSE_RANK, NTILE, LAG, LEAD -> false;
      default -> true;
    };
  }
}
