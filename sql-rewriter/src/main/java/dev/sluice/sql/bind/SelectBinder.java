package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Binds one SELECT. */
final class SelectBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final @Nullable Joined joined;
  private final SqlSelect select;
  private final Scope outer;
  private final boolean outermost;

  private final List<SelectItem> items = new ArrayList<>();
  private final List<SqlCall> aggregates = new ArrayList<>();
  private final Map<String, SqlWindow> declared;
  private Scope scope = Scope.NOTHING;

  /**
   * @param joined the FROM clause, if there is one
   */
  SelectBinder(
      Binding binding,
      ExpressionBinder expressions,
      @Nullable Joined joined,
      SqlSelect select,
      Scope outer,
      boolean outermost) {
    this.binding = binding;
    this.expressions = expressions;
    this.joined = joined;
    this.select = select;
    this.outer = outer;
    this.outermost = outermost;
    this.declared = declared();
  }

  QueryBinder.Bound bind(QueryBinder.Tail tail) {
    scope = joined == null ? Scope.NOTHING.inside(outer) : Scope.of(joined, outer);
    new SelectItems(binding, expressions, scope, place(Clause.SELECT)).bind(select, items);
    SqlNode where = condition(select.getWhere(), Clause.WHERE);
    GroupBinder groups = new GroupBinder(expressions, items, place(Clause.GROUP_BY));
    SqlNodeList group = groups.bind(select.getGroup());
    SqlNode having = condition(select.getHaving(), Clause.HAVING);
    SqlNode qualify = qualify();
    SqlNodeList windows = windows();
    boolean isTotal = group != null && group.isEmpty();
    OrderBinder orders = new OrderBinder(expressions, items, place(Clause.ORDER_BY), isDistinct());
    SqlNodeList order = orders.bind(tail.order());
    if (isTotal && having == null && aggregates.isEmpty()) {
      having = oneGroup(select.getGroup().getParserPosition());
    }
    if (group != null || having != null || !aggregates.isEmpty()) {
      Grouping grouping = new Grouping(binding, groups.keys(), scope);
      items.forEach(item -> grouping.check(item.bare()));
      grouping.check(having);
      grouping.check(qualify);
      grouping.check(windows);
      grouping.check(order);
    }
    SqlSelect bound =
        new SqlSelect(
            select.getParserPosition(),
            keywords(),
            new SqlNodeList(
                items.stream().map(SelectItem::printed).toList(),
                select.getSelectList().getParserPosition()),
            joined == null ? null : joined.node(),
            where,
            isTotal ? null : group,
            having,
            windows,
            qualify,
            order.isEmpty() ? null : order,
            amount(tail.offset()),
            fetch(tail),
            null);
    binding.outputNames.put(bound, names());
    return new QueryBinder.Bound(
        bound,
        items.stream().map(item -> new QueryBinder.Output(item.name(), type(item))).toList());
  }

  private DataType type(SelectItem item) {
    return binding.typeOf(item.bare());
  }

  private Place place(Clause clause) {
    return Place.of(scope, clause, aggregates).declaring(declared);
  }

  private Map<String, SqlWindow> declared() {
    Map<String, SqlWindow> windows = new HashMap<>();
    for (SqlNode window : select.getWindowList()) {
      SqlIdentifier name = ((SqlWindow) window).getDeclName();
      if (name != null && windows.put(name.getSimple(), (SqlWindow) window) != null) {
        throw BindErrors.invalid(name, "Two windows are called " + name.getSimple(), "");
      }
    }
    return windows;
  }

  private boolean isDistinct() {
    return select.isDistinct();
  }

  private @Nullable SqlNodeList keywords() {
    SqlParserPos at = select.getParserPosition();
    return isDistinct() ? SqlNodeList.of(SqlSelectKeyword.DISTINCT.symbol(at)) : null;
  }

  /** The whole query's columns are called as the user sees them, others so that they are unique. */
  private List<String> names() {
    List<@Nullable String> names = new ArrayList<>();
    items.forEach(item -> names.add(item.name()));
    if (!outermost) {
      return UniqueNames.of(names);
    }
    List<String> visible = new ArrayList<>();
    for (String name : names) {
      visible.add(name == null ? ResultColumns.unnamed(visible.size()) : name);
    }
    return visible;
  }

  private @Nullable SqlNode condition(@Nullable SqlNode condition, Clause clause) {
    return condition == null ? null : expressions.condition(condition, place(clause));
  }

  /**
   * {@code GROUP BY ()} is one group, of no rows too. Redshift's parser takes none (Amazon Redshift
   * release notes, patch 176, 2023); an aggregate says the same, and this one is true of any group.
   */
  private SqlNode oneGroup(SqlParserPos at) {
    SqlNode rows = SqlStdOperatorTable.COUNT.createCall(at, SqlIdentifier.star(at));
    SqlNode zero = SqlLiteral.createExactNumeric("0", at);
    return expressions.condition(
        SqlStdOperatorTable.GREATER_THAN_OR_EQUAL.createCall(at, rows, zero), place(Clause.HAVING));
  }

  private @Nullable SqlNode qualify() {
    SqlNode qualify = select.getQualify();
    return qualify == null
        ? null
        : expressions.condition(qualify, place(Clause.QUALIFY).naming(outputs(true)));
  }

  /** The output columns by name; a name that some table's column has means that column. */
  private Map<String, List<SqlNode>> outputs(boolean columnsFirst) {
    Map<String, List<SqlNode>> outputs = new HashMap<>();
    for (SelectItem item : items) {
      String name = item.name();
      if (name != null && !(columnsFirst && scope.has(name))) {
        outputs.computeIfAbsent(name, key -> new ArrayList<>()).add(item.bare());
      }
    }
    return outputs;
  }

  private SqlNodeList windows() {
    List<SqlNode> windows = new ArrayList<>();
    for (SqlNode window : select.getWindowList()) {
      windows.add(
          expressions.window((SqlWindow) window, place(Clause.WINDOW).inside(Place.Inside.WINDOW)));
    }
    return new SqlNodeList(windows, select.getWindowList().getParserPosition());
  }

  private @Nullable SqlNode fetch(QueryBinder.Tail tail) {
    SqlNode fetch = tail.fetch();
    if (fetch == null || !TrinoOperators.isWithTies(fetch)) {
      return amount(fetch);
    } else if (tail.order().isEmpty()) {
      throw BindErrors.invalid(
          fetch, "FETCH … WITH TIES needs ORDER BY to tell which rows tie", "; add ORDER BY");
    }
    SqlCall ties = (SqlCall) fetch;
    SqlNode amount = Objects.requireNonNull(amount(ties.operand(0)));
    if (amount instanceof SqlNumericLiteral number && number.bigDecimalValue().signum() == 0) {
      throw BindErrors.invalid(amount, "FETCH … WITH TIES takes one row at least", "");
    }
    return ExpressionBinder.copy(ties, List.of(amount));
  }

  private @Nullable SqlNode amount(@Nullable SqlNode node) {
    if (node == null) {
      return null;
    }
    Place nowhere = Place.of(Scope.NOTHING, Clause.ORDER_BY, new ArrayList<>());
    SqlNode bound = expressions.bind(node, nowhere, Primitive.BIGINT);
    boolean given =
        bound instanceof SqlNumericLiteral number && number.bigDecimalValue().signum() >= 0;
    if (!given && !(bound instanceof SqlDynamicParam)) {
      throw BindErrors.at(
          node,
          ErrorCode.PARAMETER_INVALID,
          "LIMIT, OFFSET and FETCH take a number of rows, neither NULL nor negative,",
          "");
    }
    return bound;
  }
}
