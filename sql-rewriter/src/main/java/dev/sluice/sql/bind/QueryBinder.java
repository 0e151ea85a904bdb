package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Binds queries: SELECT, WITH, VALUES, TABLE and the set operators. */
final class QueryBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final FromBinder from;

  /**
   * A column that a query yields.
   *
   * @param name null where neither the user nor a column names it
   */
  record Output(@Nullable String name, DataType type) {}

  /** A bound query and what it yields. */
  record Bound(SqlNode node, List<Output> columns) {}

  /**
   * A query of WITH.
   *
   * @param query null where the query may name itself
   */
  record Named(@Nullable SqlNode query, List<Output> columns) {}

  /** What comes after a query's body. */
  record Tail(SqlNodeList order, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    static final Tail NONE = new Tail(SqlNodeList.EMPTY, null, null);

    boolean isEmpty() {
      return order.isEmpty() && offset == null && fetch == null;
    }
  }

  QueryBinder(Binding binding) {
    this.binding = binding;
    this.expressions = new ExpressionBinder(binding, this);
    this.from = new FromBinder(binding, this);
  }

  ExpressionBinder expressions() {
    return expressions;
  }

  /** The whole query. */
  Bound outermost(SqlNode query) {
    return bind(query, Tail.NONE, Scope.NOTHING, true);
  }

  /** A query inside another, whose columns need names that are unique. */
  Bound subquery(SqlNode query, Scope outer) {
    return bind(query, Tail.NONE, outer, false);
  }

  /** A SELECT whose FROM clause is bound already. */
  Bound over(Joined joined, SqlSelect select, Scope outer) {
    return new SelectBinder(binding, expressions, joined, select, outer, false).bind(Tail.NONE);
  }

  /** A query inside an expression, where not every engine takes bare VALUES. */
  Bound inExpression(SqlNode query, Scope outer) {
    boolean isValues = query.getKind() == SqlKind.VALUES;
    return subquery(isValues ? all(query, query) : query, outer);
  }

  private Bound bind(SqlNode query, Tail tail, Scope outer, boolean outermost) {
    if (query instanceof SqlOrderBy order) {
      Tail own = new Tail(order.orderList, order.offset, order.fetch);
      return tail.isEmpty()
          ? bind(order.query, own, outer, outermost)
          : around(query, tail, outer, outermost);
    } else if (query instanceof SqlSelect select) {
      SqlNode items = select.getFrom();
      Joined joined = items == null ? null : from.bind(items, outer);
      return new SelectBinder(binding, expressions, joined, select, outer, outermost).bind(tail);
    } else if (query instanceof SqlWith with) {
      return with(with, tail, outer, outermost);
    } else if (query.getKind() == SqlKind.EXPLICIT_TABLE) {
      return bind(all(((SqlCall) query).operand(0), query), tail, outer, outermost);
    } else if (!tail.isEmpty()) {
      return around(query, tail, outer, outermost);
    } else if (query.getKind() == SqlKind.VALUES) {
      return values((SqlCall) query, outer);
    } else if (query.isA(SqlKind.SET_QUERY)) {
      return set((SqlCall) query, outer, outermost);
    }
    throw BindErrors.invalid(
        query, query.getKind().sql.replace('_', ' ') + " is not supported", "");
  }

  /** What is ordered or cut and is no SELECT becomes the FROM clause of one. */
  private Bound around(SqlNode query, Tail tail, Scope outer, boolean outermost) {
    return bind(all(query, query), tail, outer, outermost);
  }

  private static SqlSelect all(SqlNode from, SqlNode where) {
    SqlParserPos at = where.getParserPosition();
    SqlNodeList star = SqlNodeList.of(SqlIdentifier.star(at));
    return new SqlSelect(
        at, null, star, from, null, null, null, null, null, null, null, null, null);
  }

  private Bound with(SqlWith with, Tail tail, Scope outer, boolean outermost) {
    Scope scope = outer;
    List<SqlNode> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean isRecursive =
        with.withList.stream().anyMatch(item -> mayNameItself((SqlWithItem) item));
    for (SqlNode node : with.withList) {
      SqlWithItem item = (SqlWithItem) node;
      if (!names.add(item.name.getSimple())) {
        throw BindErrors.invalid(item.name, "Two queries of WITH are called " + item.name, "");
      }
      Bound query = mayNameItself(item) ? recursive(item, scope) : subquery(item.query, scope);
      List<Output> columns = named(item, query.columns());
      items.add(
          new SqlWithItem(
              item.getParserPosition(),
              item.name,
              columnNames(item, query, isRecursive),
              query.node(),
              SqlLiteral.createBoolean(isRecursive, item.getParserPosition())));
      scope =
          scope.with(
              item.name.getSimple(), new Named(mayNameItself(item) ? null : query.node(), columns));
    }
    Bound body = bind(with.body, tail, scope, outermost);
    SqlNode bound =
        new SqlWith(
            with.getParserPosition(),
            new SqlNodeList(items, with.withList.getParserPosition()),
            body.node());
    return new Bound(bound, body.columns());
  }

  private static boolean mayNameItself(SqlWithItem item) {
    return item.recursive.booleanValue() && item.query.getKind() == SqlKind.UNION;
  }

  /** Of WITH RECURSIVE Trino wants the columns of every query named. */
  private static @Nullable SqlNodeList columnNames(
      SqlWithItem item, Bound query, boolean isRecursive) {
    boolean isNamed = !isRecursive && !UniqueNames.namesNone(query.node());
    if (item.columnList != null || isNamed) {
      return item.columnList;
    }
    List<@Nullable String> names = new ArrayList<>();
    query.columns().forEach(column -> names.add(column.name()));
    SqlParserPos at = item.getParserPosition();
    List<SqlNode> ids = new ArrayList<>();
    UniqueNames.of(names).forEach(name -> ids.add(new SqlIdentifier(name, at)));
    return new SqlNodeList(ids, at);
  }

  /** The first branch says what the query yields, before the second can name it. */
  private Bound recursive(SqlWithItem item, Scope scope) {
    SqlCall union = (SqlCall) item.query;
    Bound first = subquery(union.operand(0), scope);
    Scope itself = scope.with(item.name.getSimple(), new Named(null, named(item, first.columns())));
    Bound second = subquery(union.operand(1), itself);
    return set(union, List.of(first, second));
  }

  private static List<Output> named(SqlWithItem item, List<Output> columns) {
    SqlNodeList names = item.columnList;
    if (names == null) {
      return columns;
    }
    if (names.size() != columns.size()) {
      throw BindErrors.invalid(
          names,
          "Query "
              + item.name
              + " is given "
              + names.size()
              + " names for its columns where there are "
              + columns.size(),
          "");
    }
    List<Output> renamed = new ArrayList<>();
    for (Output column : columns) {
      String name = ((SqlIdentifier) names.get(renamed.size())).getSimple();
      renamed.add(new Output(name, column.type()));
    }
    return renamed;
  }

  private Bound values(SqlCall values, Scope outer) {
    List<SqlNode> rows = new ArrayList<>();
    List<List<DataType>> types = new ArrayList<>();
    for (SqlNode row : values.getOperandList()) {
      Place place = Place.of(outer, Clause.VALUES, new ArrayList<>());
      List<SqlNode> cells = expressions.all(((SqlCall) row).getOperandList(), place);
      rows.add(ExpressionBinder.copy((SqlCall) row, cells));
      types.add(binding.typesOf(cells));
    }
    List<Output> columns = new ArrayList<>();
    for (DataType type : common(values, types, "rows of VALUES")) {
      columns.add(new Output(null, type));
    }
    SqlNode bound = SqlStdOperatorTable.VALUES.createCall(values.getParserPosition(), rows);
    return new Bound(bound, columns);
  }

  private Bound set(SqlCall call, Scope outer, boolean outermost) {
    List<Bound> branches = new ArrayList<>();
    for (SqlNode branch : call.getOperandList()) {
      branches.add(bind(branch, Tail.NONE, outer, outermost));
    }
    return set(call, branches);
  }

  private static Bound set(SqlCall call, List<Bound> branches) {
    List<List<DataType>> types =
        branches.stream()
            .map(branch -> branch.columns().stream().map(Output::type).toList())
            .toList();
    List<DataType> common = common(call, types, "queries of a " + call.getKind());
    List<Output> columns = new ArrayList<>();
    for (Output first : branches.get(0).columns()) {
      columns.add(new Output(first.name(), common.get(columns.size())));
    }
    SqlNode bound = ExpressionBinder.copy(call, branches.stream().map(Bound::node).toList());
    return new Bound(bound, columns);
  }

  /** Blanks that fill up a char are no part of a longer one's values in every engine. */
  private static boolean isPaddedOtherwise(DataType left, DataType right) {
    boolean padded = left instanceof DataType.Char || right instanceof DataType.Char;
    return padded && !left.equals(right) && !Types.isAny(left) && !Types.isAny(right);
  }

  /** The types that rows have in common, column by column. */
  private static List<DataType> common(SqlNode at, List<List<DataType>> rows, String what) {
    int width = rows.get(0).size();
    List<DataType> common = new ArrayList<>(rows.get(0));
    for (List<DataType> row : rows.subList(1, rows.size())) {
      if (row.size() != width) {
        throw BindErrors.invalid(
            at, "The " + what + " have " + width + " and " + row.size() + " columns", "");
      }
      for (int i = 0; i < width; i++) {
        DataType left = common.get(i);
        DataType right = row.get(i);
        Optional<DataType> both = CommonType.of(left, right);
        if (both.isEmpty() || isPaddedOtherwise(left, right)) {
          throw BindErrors.mismatch(
              at,
              "Column " + (i + 1) + " of the " + what + " is " + left + " and " + right,
              "; cast one of them");
        }
        common.set(i, both.get());
      }
    }
    return common;
  }
}
