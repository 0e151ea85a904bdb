package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.ExternalTable;
import dev.sluice.standin.redshift.lake.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.Top;

/** Says one SELECT in PostgreSQL's words. */
final class SelectText {
  private final QueryText queries;
  private final PlainSelect select;
  private final Scope scope;
  private final ExpressionText expressions;

  SelectText(QueryText queries, PlainSelect select, Scope scope) {
    this.queries = queries;
    this.select = select;
    this.scope = scope;
    this.expressions = new ExpressionText(queries, scope);
  }

  /**
   * A column of the answer.
   *
   * @param named whether the name must be said
   */
  record Item(String sql, String name, boolean named) {
    String print() {
      return named ? sql + " AS " + Quoted.name(name) : sql;
    }
  }

  String print() {
    refuseRest();
    String from =
        select.getFromItem() == null
            ? ""
            : " FROM "
                + new FromText(queries, scope).print(select.getFromItem(), select.getJoins());
    List<Item> items = items();
    String rest =
        from
            + clause(" WHERE ", select.getWhere())
            + group(select.getGroupBy())
            + clause(" HAVING ", select.getHaving());
    String sql =
        select.getQualify() == null
            ? plain(items, rest)
            : new QualifyText(expressions, select).print(items, rest);
    check();
    return sql;
  }

  private void check() {
    boolean aggregates = scope.isAggregation() || select.getGroupBy() != null;
    boolean limited =
        select.getLimit() != null || select.getOffset() != null || select.getTop() != null;
    NestedRules.subquery(scope, aggregates, select.getOrderByElements() != null, limited);
    scope.checkCorrelation();
  }

  private String plain(List<Item> items, String rest) {
    return "SELECT "
        + (select.getDistinct() == null ? "" : "DISTINCT ")
        + items.stream().map(Item::print).collect(Collectors.joining(", "))
        + rest
        + tail(select, expressions)
        + top(select.getTop(), expressions);
  }

  private String clause(String word, @org.jspecify.annotations.Nullable Expression condition) {
    return condition == null ? "" : word + expressions.print(condition);
  }

  private void refuseRest() {
    if (select.getIntoTables() != null
        || select.getMySqlSelectIntoClause() != null
        || select.getPreWhere() != null
        || select.getLateralViews() != null
        || select.isUsingFinal()
        || select.isUsingOnly()
        || select.getIntoTempTable() != null
        || select.getSettings() != null
        || select.getSampleClause() != null
        || select.getOptimizeFor() != null
        || select.getSkip() != null
        || select.getFirst() != null
        || select.getBigQuerySelectQualifier() != null
        || select.getOracleHierarchical() != null
        || select.getPreferringClause() != null
        || select.getForXmlPath() != null
        || select.getKsqlWindow() != null
        || select.getEmitMode() != PlainSelect.EmitMode.NONE
        || select.getWindowDefinitions() != null
        || (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null)) {
      throw ExpressionText.refused(select);
    }
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (SelectItem<?> item : select.getSelectItems()) {
      Expression expression = item.getExpression();
      if (expression instanceof AllTableColumns all) {
        List<String> parts = queries.names().of(all.getTable());
        star(all, variables(parts.get(parts.size() - 1)), items);
      } else if (expression instanceof AllColumns all) {
        star(all, scope.variables(), items);
      } else {
        String sql = expressions.print(expression);
        boolean serialized = sql.endsWith(ExternalTable.JSON_SUFFIX + '"');
        boolean named = item.getAlias() != null || serialized;
        items.add(new Item(sql, OutputNames.of(queries.names(), item), named));
      }
    }
    return items;
  }

  private List<RangeVariable> variables(String name) {
    List<RangeVariable> named =
        scope.variables().stream().filter(one -> one.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw RefusedException.own("42P01", "there is no " + name + " in FROM");
    }
    return named;
  }

  private void star(AllColumns star, List<RangeVariable> variables, List<Item> items) {
    if (star.getExceptColumns() != null || star.getReplaceExpressions() != null) {
      throw ExpressionText.refused(star);
    }
    NestedRules.star(variables, queries.session());
    for (RangeVariable variable : variables) {
      if (variable instanceof RangeVariable.External external) {
        for (dev.sluice.Column column : external.table().table().allColumns()) {
          String sql =
              queries.paths().value(scope, List.of(variable.name(), column.name())).orElseThrow();
          items.add(new Item(sql, column.name(), column.type().isNested()));
        }
      } else {
        String owner = variable.name().isEmpty() ? "" : Quoted.name(variable.name()) + ".";
        items.add(new Item(owner + "*", OutputNames.NONE, false));
      }
    }
  }

  private String group(@org.jspecify.annotations.Nullable GroupByElement group) {
    if (group == null) {
      return "";
    } else if (group.isMysqlWithRollup() || group.hasGroupBySortDirections()) {
      throw ExpressionText.refused(group);
    }
    List<String> keys = new ArrayList<>();
    if (group.getGroupByExpressionList() != null) {
      group.getGroupByExpressionList().forEach(key -> keys.add(key(key)));
    }
    if (group.getGroupingSets() != null && !group.getGroupingSets().isEmpty()) {
      keys.add(
          group.getGroupingSets().stream()
              .map(this::set)
              .collect(Collectors.joining(", ", "GROUPING SETS (", ")")));
    }
    if (keys.isEmpty()) {
      throw RefusedException.own("42601", "GROUP BY () is an error");
    }
    return " GROUP BY " + String.join(", ", keys);
  }

  private String set(ExpressionList<Expression> set) {
    return "(" + expressions.list(set) + ")";
  }

  private String key(Expression key) {
    if (key instanceof Function function
        && function.getName().toLowerCase(Locale.ROOT).matches("rollup|cube")) {
      String keys = expressions.list(FunctionText.parameters(function));
      return function.getName() + " (" + keys + ")";
    }
    return expressions.print(key);
  }

  /** ORDER BY, LIMIT and OFFSET. */
  static String tail(Select select, ExpressionText expressions) {
    StringBuilder sql = new StringBuilder();
    if (select.getOrderByElements() != null) {
      List<String> outputs = outputs(select, expressions.queries());
      sql.append(" ORDER BY ")
          .append(
              select.getOrderByElements().stream()
                  .map(one -> OrderText.print(one, orderKey(one, outputs, expressions)))
                  .collect(Collectors.joining(", ")));
    }
    return sql.append(limit(select, expressions)).toString();
  }

  static String limit(Select select, ExpressionText expressions) {
    StringBuilder sql = new StringBuilder();
    Limit limit = select.getLimit();
    if (limit != null) {
      if (limit.getOffset() != null || limit.getByExpressions() != null) {
        throw ExpressionText.refused(limit);
      }
      String count = limit.isLimitAll() ? "ALL" : expressions.print(limit.getRowCount());
      sql.append(" LIMIT ").append(count);
    }
    if (select.getOffset() != null) {
      sql.append(" OFFSET ").append(expressions.print(select.getOffset().getOffset()));
    }
    return sql.toString();
  }

  static String top(@org.jspecify.annotations.Nullable Top top, ExpressionText expressions) {
    if (top == null) {
      return "";
    } else if (top.isPercentage() || top.isWithTies()) {
      throw ExpressionText.refused(top);
    }
    return " LIMIT " + expressions.print(top.getExpression());
  }

  private static List<String> outputs(Select select, QueryText queries) {
    List<String> outputs = OutputNames.of(queries, select);
    return outputs == null ? List.of() : outputs;
  }

  /** A name of the answer comes before a column of FROM. */
  static String orderKey(OrderByElement element, List<String> outputs, ExpressionText expressions) {
    if (element.getExpression() instanceof Column column && column.getTable() == null) {
      String name = expressions.queries().names().of(column.getColumnName());
      if (outputs.contains(name)) {
        return Quoted.name(name);
      }
    }
    return expressions.print(element.getExpression());
  }
}
