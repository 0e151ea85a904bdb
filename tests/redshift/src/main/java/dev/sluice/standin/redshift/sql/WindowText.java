package dev.sluice.standin.redshift.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.WindowElement;
import net.sf.jsqlparser.expression.WindowOffset;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.jspecify.annotations.Nullable;

/**
 * Calls with OVER or WITHIN GROUP, as far as Redshift's grammar goes (Amazon Redshift Database
 * Developer Guide, c_Window_functions, read again 2026-09): ROWS frames only, which an aggregate
 * with ORDER BY must have; no constants as keys; no DISTINCT; no FILTER; no default in LAG and
 * LEAD.
 */
final class WindowText {
  private static final Set<String> ORDERED_SETS =
      Set.of("percentile_cont", "percentile_disc", "approximate percentile_disc");
  private static final Set<String> OFFSETS = Set.of("lag", "lead");
  private static final Set<String> PICKS = Set.of("first_value", "last_value", "nth_value");

  private final ExpressionText expressions;

  WindowText(ExpressionText expressions) {
    this.expressions = expressions;
  }

  String print(AnalyticExpression call) {
    if (call.getFilterExpression() != null
        || call.getKeep() != null
        || call.isUnique()
        || call.getWindowName() != null
        || call.getLimit() != null
        || call.getHavingClause() != null
        || call.getFuncOrderBy() != null
        || call.getKeywordArguments() != null) {
      throw ExpressionText.refused(call);
    }
    String name = call.getName().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    RedshiftFunctions.Kind kind = RedshiftFunctions.named(name).kind();
    if (call.getType() == AnalyticType.WITHIN_GROUP) {
      expressions.scope().aggregates();
      return withinGroup(name, call);
    } else if (call.getType() != AnalyticType.OVER || call.isDistinct()) {
      throw ExpressionText.refused(call);
    } else if (kind == RedshiftFunctions.Kind.SCALAR || kind == RedshiftFunctions.Kind.LEADER) {
      throw RefusedException.own("42809", name + " is no window function");
    }
    expressions.scope().hasWindow();
    keys(call);
    boolean ordered = call.getOrderByElements() != null;
    if (kind == RedshiftFunctions.Kind.AGGREGATE && ordered && call.getWindowElement() == null) {
      throw RefusedException.own(
          "an aggregate over an ordered window needs a frame (ROWS ...): " + name);
    }
    return over(name, call);
  }

  private String over(String name, AnalyticExpression call) {
    if (OFFSETS.contains(name) && call.getDefaultValue() != null) {
      throw RefusedException.own(name + " takes a value and an offset, no default");
    } else if (ignoresNulls(call)) {
      return ignoringNulls(name, call);
    }
    return name + "(" + arguments(call) + ") OVER (" + window(call, frame(call)) + ")";
  }

  private String arguments(AnalyticExpression call) {
    if (call.isAllColumns()) {
      return "*";
    }
    List<String> arguments = new ArrayList<>();
    for (Expression one : values(call)) {
      arguments.add(expressions.print(one));
    }
    return String.join(", ", arguments);
  }

  private static List<Expression> values(AnalyticExpression call) {
    List<Expression> values = new ArrayList<>();
    for (@Nullable Expression one :
        new @Nullable Expression[] {
          call.getExpression(), call.getOffset(), call.getDefaultValue()
        }) {
      if (one != null) {
        values.add(one);
      }
    }
    return values;
  }

  private static boolean ignoresNulls(AnalyticExpression call) {
    return call.isIgnoreNulls() || call.isIgnoreNullsOutside();
  }

  /** PostgreSQL has no IGNORE NULLS: the window's values without NULLs are gathered instead. */
  private String ignoringNulls(String name, AnalyticExpression call) {
    String value = expressions.print(call.getExpression());
    String number = expressions.printOr(call.getOffset(), "1");
    String frame;
    if (name.equals("lag")) {
      frame = "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING";
    } else if (name.equals("lead")) {
      frame = "ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING";
    } else if (PICKS.contains(name)) {
      frame = frame(call);
    } else {
      throw RefusedException.own(name + " has no IGNORE NULLS");
    }
    boolean fromEnd = name.equals("lag") || name.equals("last_value");
    String window = window(call, frame);
    return (fromEnd ? "nth_from_end(" : "nth_from_start(")
        + "array_agg("
        + value
        + ") FILTER (WHERE ("
        + value
        + ") IS NOT NULL) OVER ("
        + window
        + "), "
        + (name.equals("first_value") || name.equals("last_value") ? "1" : number)
        + ")";
  }

  private String window(AnalyticExpression call, String frame) {
    List<String> parts = new ArrayList<>();
    if (call.getPartitionExpressionList() != null && !call.getPartitionExpressionList().isEmpty()) {
      parts.add("PARTITION BY " + expressions.list(call.getPartitionExpressionList()));
    }
    if (call.getOrderByElements() != null) {
      parts.add("ORDER BY " + order(call.getOrderByElements()));
    }
    if (!frame.isEmpty()) {
      parts.add(frame);
    }
    return String.join(" ", parts);
  }

  private String order(List<OrderByElement> elements) {
    return elements.stream()
        .map(one -> OrderText.print(one, expressions.print(one.getExpression())))
        .collect(Collectors.joining(", "));
  }

  private static String frame(AnalyticExpression call) {
    WindowElement frame = call.getWindowElement();
    if (frame == null) {
      return "";
    } else if (frame.getType() != WindowElement.Type.ROWS || frame.getExclusion() != null) {
      throw RefusedException.own("windows have ROWS frames only: " + frame);
    }
    List<@Nullable WindowOffset> bounds =
        frame.getRange() == null
            ? List.of(frame.getOffset())
            : List.of(frame.getRange().getStart(), frame.getRange().getEnd());
    for (WindowOffset bound : bounds) {
      if (bound != null
          && bound.getExpression() != null
          && !(bound.getExpression() instanceof LongValue)) {
        throw ExpressionText.refused(frame);
      }
    }
    return frame.toString().trim();
  }

  private static void keys(AnalyticExpression call) {
    List<Expression> keys = new ArrayList<>();
    if (call.getPartitionExpressionList() != null) {
      keys.addAll(call.getPartitionExpressionList());
    }
    if (call.getOrderByElements() != null) {
      call.getOrderByElements().forEach(one -> keys.add(one.getExpression()));
    }
    for (Expression key : keys) {
      if (key instanceof LongValue || key instanceof StringValue || key instanceof DoubleValue) {
        throw RefusedException.own("a window takes no constants as keys: " + key);
      }
    }
  }

  private String withinGroup(String name, AnalyticExpression call) {
    String order = order(call.getOrderByElements());
    String value = expressions.print(call.getExpression());
    if (name.equals("listagg")) {
      String between = expressions.printOr(call.getOffset(), "''");
      String distinct = call.isDistinct() ? "DISTINCT " : "";
      String text = "NULLIF(CAST(" + value + " AS varchar), '')";
      return "listagg_limit(string_agg("
          + distinct
          + text
          + ", "
          + between
          + " ORDER BY "
          + (call.isDistinct() && order.equals(value) ? text : order)
          + "))";
    } else if (ORDERED_SETS.contains(name) && !call.isDistinct()) {
      String bare = name.replace("approximate ", "");
      return bare + "(" + value + ") WITHIN GROUP (ORDER BY " + order + ")";
    }
    throw ExpressionText.refused(call);
  }
}
