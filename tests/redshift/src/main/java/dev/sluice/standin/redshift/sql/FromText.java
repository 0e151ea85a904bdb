package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.ExternalTable;
import dev.sluice.standin.redshift.lake.Quoted;
import dev.sluice.standin.redshift.sql.RangeVariable.Elements;
import dev.sluice.standin.redshift.sql.RangeVariable.External;
import dev.sluice.standin.redshift.sql.RangeVariable.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Says FROM in PostgreSQL's words, and puts its range variables into the scope. */
final class FromText {
  /** What the driver asks where it meets a type that it does not know. */
  private static final String OF_THE_DRIVER =
      "generate_series(1, array_upper(current_schemas(false), 1)) AS s(r)";

  private final QueryText queries;
  private final Scope scope;
  private final Names names;

  FromText(QueryText queries, Scope scope) {
    this.queries = queries;
    this.scope = scope;
    this.names = queries.names();
  }

  String print(FromItem first, @Nullable List<Join> joins) {
    scope.inFrom(true);
    int before = scope.variables().size();
    StringBuilder sql = new StringBuilder(item(first));
    for (Join join : joins == null ? List.<Join>of() : joins) {
      refuseRest(join);
      if (join.isSimple()) {
        before = scope.variables().size();
        sql.append(", ").append(item(join.getFromItem()));
      } else {
        sql.append(joined(join, before));
      }
    }
    scope.inFrom(false);
    return sql.toString();
  }

  private String joined(Join join, int before) {
    boolean outer = join.isLeft() || join.isRight() || join.isFull();
    String kind =
        join.isCross()
            ? "CROSS"
            : join.isLeft() ? "LEFT" : join.isRight() ? "RIGHT" : join.isFull() ? "FULL" : "INNER";
    String natural = join.isNatural() ? " NATURAL " : " ";
    StringBuilder sql = new StringBuilder(natural + kind + " JOIN " + item(join.getFromItem()));
    List<RangeVariable> variables = scope.variables();
    if (outer) {
      NestedRules.outerJoin(variables.subList(before, variables.size()));
    }
    if (join.getUsingColumns() != null && !join.getUsingColumns().isEmpty()) {
      sql.append(
          join.getUsingColumns().stream()
              .map(column -> names.print(column.getColumnName()))
              .collect(Collectors.joining(", ", " USING (", ")")));
    }
    if (join.getOnExpressions().size() > 1) {
      throw ExpressionText.refused(join);
    } else if (join.getOnExpressions().size() == 1) {
      scope.inOuterJoin(outer);
      scope.inFrom(false);
      sql.append(" ON ").append(new ExpressionText(queries, scope).print(join.getOnExpression()));
      scope.inFrom(true);
      scope.inOuterJoin(false);
    }
    return sql.toString();
  }

  private static void refuseRest(Join join) {
    if (join.isApply()
        || join.isSemi()
        || join.isStraight()
        || join.isAsOf()
        || join.isGlobal()
        || join.isArray()
        || join.isAny()
        || join.isAll()
        || join.isFetch()
        || join.isWindowJoin()
        || join.getJoinHint() != null
        || (join.isSimple() && join.isOuter())) {
      throw ExpressionText.refused(join);
    }
  }

  private String item(FromItem item) {
    if (item instanceof Table table) {
      return table(table);
    } else if (item instanceof ParenthesedSelect select && !(item instanceof LateralSubSelect)) {
      return derived(select);
    } else if (item instanceof ParenthesedFromItem group && group.getAlias() == null) {
      return "(" + print(group.getFromItem(), group.getJoins()) + ")";
    } else if (item instanceof TableFunction && item.toString().equals(OF_THE_DRIVER)) {
      scope.add(new Other("s", List.of("r")));
      return OF_THE_DRIVER;
    }
    throw ExpressionText.refused(item);
  }

  private String derived(ParenthesedSelect select) {
    String sql = queries.derived(select, scope);
    Alias alias = select.getAlias();
    if (alias == null) {
      // The driver's own queries have such.
      scope.add(new Other("", OutputNames.of(queries, select)));
      return sql;
    }
    String name = names.of(alias.getName());
    List<String> columns = columns(alias);
    scope.add(new Other(name, columns.isEmpty() ? OutputNames.of(queries, select) : columns));
    return sql + " AS " + alias(name, columns);
  }

  private List<String> columns(Alias alias) {
    List<String> columns = new ArrayList<>();
    if (alias.getAliasColumns() != null) {
      alias.getAliasColumns().forEach(one -> columns.add(names.of(one.name)));
    }
    return columns;
  }

  private static String alias(String name, List<String> columns) {
    return Quoted.name(name)
        + (columns.isEmpty() ? "" : " (" + QueryText.printNames(columns) + ")");
  }

  private String table(Table table) {
    if (table.getPivot() != null
        || table.getUnPivot() != null
        || table.getSampleClause() != null
        || table.getTimeTravel() != null
        || table.getIndexHint() != null
        || table.getSqlServerHints() != null) {
      throw ExpressionText.refused(table);
    }
    List<String> parts = names.of(table);
    String last = parts.get(parts.size() - 1);
    Alias alias = table.getAlias();
    String name = alias == null ? last : names.of(alias.getName());
    List<String> columns = alias == null ? List.of() : columns(alias);
    Optional<ExternalTable> external = external(parts);
    if (external.isPresent()) {
      return external(external.get(), name, columns);
    }
    Optional<Paths.Range> range =
        parts.size() > 1 ? queries.paths().range(scope, parts) : Optional.empty();
    if (range.isPresent()) {
      return elements(range.get(), name, columns);
    }
    return other(parts, name, columns);
  }

  /** A schema's table comes before an alias's array of the same names, as Redshift has it. */
  private Optional<ExternalTable> external(List<String> parts) {
    if (parts.size() != 2) {
      return Optional.empty();
    }
    return queries.catalog().table(parts.get(0), parts.get(1));
  }

  private String external(ExternalTable table, String name, List<String> columns) {
    if (!columns.isEmpty()) {
      throw RefusedException.own("the stand-in takes no names for an external table's columns");
    }
    NestedRules.table(table);
    queries.reads().table(table);
    scope.add(new External(name, table));
    return Quoted.name(table.schema(), table.name()) + " AS " + Quoted.name(name);
  }

  private String elements(Paths.Range range, String name, List<String> columns) {
    if (!columns.isEmpty()) {
      throw RefusedException.own("a range variable over an array has one name: " + name);
    }
    scope.add(new Elements(name, range.element(), range.root()));
    return "LATERAL unnest(" + range.sql() + ") AS " + Quoted.name(name);
  }

  private String other(List<String> parts, String name, List<String> columns) {
    String last = parts.get(parts.size() - 1);
    Other with = parts.size() == 1 ? queries.with(last) : null;
    if (with != null) {
      scope.add(new Other(name, columns.isEmpty() ? with.columns() : columns));
      return Quoted.name(last) + " AS " + alias(name, columns);
    } else if (parts.size() > 1 && queries.catalog().schemas().contains(parts.get(0))) {
      throw RefusedException.own(
          "42P01", "there is no table " + String.join(".", parts) + " in the external catalog");
    }
    if (!SystemTables.isOne(parts)) {
      queries.reads().ownTable();
    }
    scope.add(new Other(name, columns.isEmpty() ? null : columns));
    return SystemTables.print(parts) + " AS " + alias(name, columns);
  }
}
