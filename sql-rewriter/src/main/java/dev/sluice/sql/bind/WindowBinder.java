package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.NearestName;
import dev.sluice.sql.parse.GroupsFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Binds OVER and the windows behind it. */
final class WindowBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final FunctionBinder functions;

  WindowBinder(Binding binding, ExpressionBinder expressions, FunctionBinder functions) {
    this.binding = binding;
    this.expressions = expressions;
    this.functions = functions;
  }

  SqlNode over(SqlCall over, Place place) {
    if (place.inside() != Place.Inside.NOTHING) {
      throw BindErrors.invalid(over, "A window function cannot stand inside another function", "");
    } else if (!place.clause().takesWindows()) {
      throw BindErrors.invalid(
          over,
          "A window function cannot stand in the " + place.clause(),
          place.clause().cure(true));
    }
    SqlNode function = function(over.operand(0), place);
    SqlNode window = over.operand(1);
    SqlNode bound =
        window instanceof SqlWindow spec
            ? window(spec, place.inside(Place.Inside.WINDOW))
            : declared((SqlIdentifier) window, place);
    DataType type = binding.typeOf(function);
    return binding.typed(ExpressionBinder.copy(over, List.of(function, bound)), type);
  }

  private static SqlIdentifier declared(SqlIdentifier window, Place place) {
    if (!place.windows().containsKey(window.getSimple())) {
      throw BindErrors.invalid(
          window,
          "Window " + window.getSimple() + " is not declared",
          NearestName.question(window.getSimple(), place.windows().keySet()));
    }
    return window;
  }

  private SqlNode function(SqlCall call, Place place) {
    SqlCall bare = call.getKind() == SqlKind.FILTER ? call.operand(0) : call;
    if (OrderedAggregates.isOne(bare)) {
      throw BindErrors.invalid(bare, "An aggregate with an order of its own takes no OVER", "");
    }
    if (call.getKind() == SqlKind.FILTER) {
      return filtered(call, place);
    } else if (call.getKind() == SqlKind.IGNORE_NULLS || call.getKind() == SqlKind.RESPECT_NULLS) {
      SqlNode inner = function(call.operand(0), place);
      requireNullTreatment(call, (SqlCall) inner);
      return binding.typed(ExpressionBinder.copy(call, List.of(inner)), binding.typeOf(inner));
    }
    TrinoFunctions.Function function = functions.function(call);
    if (!function.operator().isAggregator()) {
      throw BindErrors.invalid(
          call,
          "Function " + name(call) + " is no aggregate and no window function",
          "; drop OVER");
    }
    return functions.arguments(call, name(call), function, place.inside(Place.Inside.WINDOW));
  }

  private static void requireNullTreatment(SqlCall call, SqlCall function) {
    switch (function.getKind()) {
      case LAG, LEAD, FIRST_VALUE, LAST_VALUE, NTH_VALUE -> {}
      default ->
          throw BindErrors.invalid(
              call, "Function " + name(function) + " takes no " + call.getOperator().getName(), "");
    }
  }

  /**
   * As most aggregates skip NULL, {@code sum(x) FILTER (WHERE c) OVER w} is {@code sum(CASE WHEN c
   * THEN x END) OVER w}, which every engine takes; Trino 411 and 476 take no FILTER there.
   */
  private SqlNode filtered(SqlCall filter, Place place) {
    SqlCall call = filter.operand(0);
    TrinoFunctions.Function function = functions.function(call);
    if (!FunctionBinder.isAggregate(function) || call.operandCount() != 1) {
      throw FunctionBinder.notFiltered(call);
    }
    SqlParserPos at = call.getParserPosition();
    if (heedsNull(name(call))) {
      throw BindErrors.invalid(
          filter,
          "FILTER of " + name(call) + " takes no OVER",
          "; filter the rows in a subquery, or take the NULLs of a CASE out of the array");
    }
    SqlNode first = call.operand(0);
    boolean star = first instanceof SqlIdentifier id && id.isStar();
    SqlNode kept = star ? SqlLiteral.createExactNumeric("1", at) : first;
    SqlNode when =
        new SqlCase(
            at,
            null,
            SqlNodeList.of(filter.operand(1)),
            SqlNodeList.of(kept),
            SqlLiteral.createNull(at));
    SqlCall cases =
        new SqlBasicCall(call.getOperator(), List.of(when), at, call.getFunctionQuantifier());
    return functions.arguments(cases, name(call), function, place.inside(Place.Inside.WINDOW));
  }

  /** Aggregates of one argument whose answer a row with NULL changes. */
  private static boolean heedsNull(String aggregate) {
    return aggregate.equals("array_agg") || aggregate.equals("checksum");
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }

  /**
   * A window that builds on a named one, {@code (w ROWS 1 PRECEDING)}, gets what it takes from
   * that; not every engine lets it build.
   */
  SqlWindow window(SqlWindow window, Place place) {
    SqlWindow whole = whole(window, place, place.windows().size());
    SqlWindow bound =
        new SqlWindow(
            window.getParserPosition(),
            window.getDeclName(),
            window.getRefName(),
            expressions.list(whole.getPartitionList(), place),
            order(whole.getOrderList(), place),
            SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
            bound(window.getLowerBound(), place),
            bound(window.getUpperBound(), place),
            null,
            window.getExclude());
    if (!isCounted(window.getLowerBound()) && !isCounted(window.getUpperBound())) {
      return bound;
    }
    requireGroups(window, whole.getOrderList());
    return GroupsFrame.like(window, bound);
  }

  private static void requireGroups(SqlWindow window, SqlNodeList order) {
    if (window instanceof GroupsFrame && order.isEmpty()) {
      throw BindErrors.invalid(
          window, "A frame that counts GROUPS needs ORDER BY to tell them", "; add ORDER BY");
    }
  }

  /** Without a number a frame in GROUPS is the same in RANGE, which more engines have. */
  private static boolean isCounted(@Nullable SqlNode bound) {
    return bound instanceof SqlCall;
  }

  /**
   * @param most how many windows may stand behind this one before they go in a circle
   */
  private static SqlWindow whole(SqlWindow window, Place place, int most) {
    SqlIdentifier name = window.getRefName();
    if (name == null) {
      return window;
    } else if (most == 0) {
      throw BindErrors.invalid(name, "Window " + name + " builds on itself", "");
    }
    declared(name, place);
    SqlWindow base =
        whole(Objects.requireNonNull(place.windows().get(name.getSimple())), place, most - 1);
    return new SqlWindow(
        window.getParserPosition(),
        null,
        null,
        said(window.getPartitionList(), base.getPartitionList()),
        said(window.getOrderList(), base.getOrderList()),
        SqlLiteral.createBoolean(window.isRows(), window.getParserPosition()),
        null,
        null,
        null,
        window.getExclude());
  }

  private static SqlNodeList said(SqlNodeList here, SqlNodeList there) {
    return here.isEmpty() ? there : here;
  }

  private SqlNodeList order(SqlNodeList items, Place place) {
    List<SqlNode> bound = new ArrayList<>();
    items.forEach(item -> bound.add(orderItem(item, place)));
    return new SqlNodeList(bound, items.getParserPosition());
  }

  private SqlNode orderItem(SqlNode item, Place place) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        SqlCall call = (SqlCall) item;
        SqlNode inner = orderItem(call.operand(0), place);
        yield binding.typed(ExpressionBinder.copy(call, List.of(inner)), binding.typeOf(inner));
      }
      default -> {
        SqlNode key = expressions.bind(item, place);
        expressions.requireOrderable(item, key);
        yield key;
      }
    };
  }

  /** {@code n PRECEDING} is a call, {@code CURRENT ROW} a word. */
  private @Nullable SqlNode bound(@Nullable SqlNode bound, Place place) {
    return bound instanceof SqlCall call
        ? ExpressionBinder.copy(
            call, List.of(expressions.bind(call.operand(0), place, DataType.Primitive.BIGINT)))
        : bound;
  }
}
