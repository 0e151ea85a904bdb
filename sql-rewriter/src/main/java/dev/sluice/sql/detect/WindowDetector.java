package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;

/** Windows: frames that stand or are left out, names, defaults. */
final class WindowDetector implements Detector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.WINDOW_AGGREGATE_DEFAULT_FRAME,
        Capability.WINDOW_RANGE_OR_GROUPS_FRAME,
        Capability.NAMED_WINDOW,
        Capability.LAG_LEAD_DEFAULT,
        Capability.NULL_ORDERING);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    TreeWalk.walk(
        subject.bound().root(),
        node -> {
          if (node instanceof SqlSelect select) {
            named(select.getWindowList(), requirements);
          } else if (node instanceof SqlCall call && call.getKind() == SqlKind.OVER) {
            over(call, requirements);
          }
          return true;
        });
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
    SqlNode window = over.operand(1);
    if (window instanceof SqlIdentifier) {
      requirements.add(Capability.NAMED_WINDOW, window);
    } else if (window instanceof SqlWindow spec) {
      SyntaxDetector.order(spec.getOrderList(), requirements);
      frame(function, spec, requirements);
    }
  }

  private static void frame(SqlCall function, SqlWindow window, Requirements requirements) {
    boolean framed = window.getLowerBound() != null || window.getUpperBound() != null;
    if (framed && !window.isRows()) {
      requirements.add(Capability.WINDOW_RANGE_OR_GROUPS_FRAME, window);
    }
    boolean ordered = !window.getOrderList().isEmpty();
    if (ordered && !framed && heedsFrame(function.getKind())) {
      requirements.add(Capability.WINDOW_AGGREGATE_DEFAULT_FRAME, function);
    }
  }

  /** Ranking functions and shifts mean the same under any frame. */
  private static boolean heedsFrame(SqlKind function) {
    return switch (function) {
      case ROW_NUMBER, RANK, DENSE_RANK, NTILE, LAG, LEAD -> false;
      default -> true;
    };
  }
}
