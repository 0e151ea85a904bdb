package dev.sluice.sql.bind;

import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlPivot;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Binds FROM clauses: what each part is, and which names lead to it. */
final class FromBinder {
  private final Binding binding;
  private final QueryBinder queries;
  private final JoinBinder joins;
  private final UnnestBinder unnests;
  private final PivotBinder pivots;

  /** Of tables without renamed columns: a thousand branches may read the same wide one. */
  private final Map<Table, Relation.Columns> plain = new IdentityHashMap<>();

  FromBinder(Binding binding, QueryBinder queries) {
    this.binding = binding;
    this.queries = queries;
    this.joins = new JoinBinder(binding, queries, this);
    this.unnests = new UnnestBinder(binding, queries, this);
    this.pivots = new PivotBinder(binding, queries, this);
  }

  /** A whole FROM clause. */
  Joined bind(SqlNode from, Scope outer) {
    Joined joined = item(from, outer, outer);
    Set<String> aliases = new HashSet<>();
    for (Relation relation : joined.relations()) {
      if (!relation.alias().isEmpty()
          && !aliases.add(relation.database() + "." + relation.alias())) {
        throw BindErrors.invalid(
            from, "Two items of the FROM clause are called " + relation.alias(), "");
      }
    }
    return joined;
  }

  /**
   * One item, or a join of several.
   *
   * @param outer what a subquery in it can name
   * @param left what an UNNEST or a LATERAL can name besides: the items to its left
   */
  Joined item(SqlNode node, Scope outer, Scope left) {
    if (node instanceof SqlJoin join) {
      return joins.bind(join, outer);
    } else if (node.getKind() == SqlKind.TABLESAMPLE) {
      return sampled((SqlCall) node, outer, left);
    } else if (node.getKind() == SqlKind.AS) {
      SqlCall as = (SqlCall) node;
      String alias = ((SqlIdentifier) as.operand(1)).getSimple();
      return aliased(as.operand(0), as, alias, columnNames(as), outer, left);
    }
    return aliased(node, null, "", List.of(), outer, left);
  }

  /** A sample of an item is that item to whoever names its columns. */
  private Joined sampled(SqlCall sampled, Scope outer, Scope left) {
    Samples.check(sampled);
    Joined all = item(sampled.operand(0), outer, left);
    SqlNode node = ExpressionBinder.copy(sampled, List.of(all.node(), sampled.operand(1)));
    FromItem item = binding.itemsByNode.get(all.node());
    binding.itemsByNode.put(node, Objects.requireNonNull(item));
    return new Joined(node, all.relations(), all.merged(), all.hidden());
  }

  private static List<String> columnNames(SqlCall as) {
    return as.getOperandList().stream()
        .skip(2)
        .map(column -> ((SqlIdentifier) column).getSimple())
        .toList();
  }

  private Joined aliased(
      SqlNode inner,
      @Nullable SqlCall as,
      String alias,
      List<String> names,
      Scope outer,
      Scope left) {
    if (inner instanceof SqlIdentifier id) {
      return isArray(id, left)
          ? unnests.array(id, as, alias, names, left)
          : named(id, as, alias, names, outer);
    } else if (inner.getKind() == SqlKind.UNNEST) {
      return unnests.unnest((SqlCall) inner, as, alias, names, left);
    } else if (inner.getKind() == SqlKind.LATERAL) {
      SqlCall lateral = (SqlCall) inner;
      QueryBinder.Bound query = queries.subquery(lateral.operand(0), left);
      return query(ExpressionBinder.copy(lateral, List.of(query.node())), query, as, alias, names);
    } else if (inner instanceof SqlPivot pivot) {
      QueryBinder.Bound query = pivots.bind(pivot, outer);
      return query(query.node(), query, as, alias, names);
    } else if (inner.isA(SqlKind.QUERY)) {
      QueryBinder.Bound query = queries.subquery(inner, outer);
      return query(query.node(), query, as, alias, names);
    }
    String kind = inner.getKind().sql.replace('_', ' ');
    throw BindErrors.invalid(inner, kind + " is not supported in FROM yet,", "");
  }

  /**
   * Redshift's {@code FROM t, t.items AS i}. A table of that name comes first, as there (Amazon
   * Redshift Database Developer Guide, tutorial-query-nested-data, 2023-04-24).
   */
  private boolean isArray(SqlIdentifier id, Scope left) {
    return id.names.size() > 1
        && !left.called(id.names.subList(0, 1)).isEmpty()
        && !binding.tables.isTable(id);
  }

  private Joined named(
      SqlIdentifier id, @Nullable SqlCall as, String alias, List<String> names, Scope outer) {
    QueryBinder.@Nullable Named query = id.isSimple() ? outer.query(id.getSimple()) : null;
    String called = alias.isEmpty() ? id.names.get(id.names.size() - 1) : alias;
    if (query != null) {
      List<Relation.Column> columns = columns(query.columns(), names, at(as, id));
      FromItem item = new FromItem.QueryItem(called, id, query.query(), ids(columns));
      return joined(item, id, as, null, columns);
    }
    Table table = binding.tables.require(id);
    TableName name = table.name();
    FromItem item = new FromItem.TableItem(called, table, id);
    String database = alias.isEmpty() ? name.database() : null;
    return joined(item, id, as, database, columns(table, names, at(as, id)));
  }

  static SqlNode at(@Nullable SqlCall as, SqlNode inner) {
    return as == null ? inner : as.operand(as.operandCount() - 1);
  }

  private Relation.Columns columns(Table table, List<String> names, SqlNode at) {
    return names.isEmpty()
        ? plain.computeIfAbsent(table, one -> withHidden(one, names, at))
        : withHidden(table, names, at);
  }

  private static Relation.Columns withHidden(Table table, List<String> names, SqlNode at) {
    return Relation.Columns.of(tableColumns(table, names, at), HiddenColumn.of(table));
  }

  /** Columns that the alias renames keep the table's own names in the rewritten query. */
  private static List<Relation.Column> tableColumns(Table table, List<String> names, SqlNode at) {
    requireDegree(names, table.allColumns().size(), at);
    List<Relation.Column> columns = new ArrayList<>();
    for (dev.sluice.Column column : table.allColumns()) {
      int i = columns.size();
      String name = i < names.size() ? names.get(i) : column.name().toLowerCase(Locale.ROOT);
      columns.add(new Relation.Column(name, column.name(), column.type()));
    }
    return columns;
  }

  private Joined query(
      SqlNode node,
      QueryBinder.Bound query,
      @Nullable SqlCall as,
      String alias,
      List<String> names) {
    List<Relation.Column> columns = columns(query.columns(), names, at(as, node));
    FromItem item = new FromItem.QueryItem(alias, node, query.node(), ids(columns));
    return joined(item, node, as, null, columns);
  }

  private static List<String> ids(List<Relation.Column> columns) {
    return columns.stream().map(Relation.Column::id).toList();
  }

  private static List<Relation.Column> columns(
      List<QueryBinder.Output> outputs, List<String> names, SqlNode at) {
    requireDegree(names, outputs.size(), at);
    List<@Nullable String> called = new ArrayList<>();
    for (QueryBinder.Output output : outputs) {
      called.add(names.isEmpty() ? output.name() : names.get(called.size()));
    }
    List<String> ids = UniqueNames.of(called);
    List<Relation.Column> columns = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      columns.add(new Relation.Column(called.get(i), ids.get(i), outputs.get(i).type()));
    }
    return columns;
  }

  static void requireDegree(List<String> names, int columns, SqlNode at) {
    if (!names.isEmpty() && names.size() != columns) {
      throw BindErrors.invalid(
          at, "The alias names " + names.size() + " columns where there are " + columns, "");
    }
  }

  Joined joined(
      FromItem item,
      SqlNode inner,
      @Nullable SqlCall as,
      @Nullable String database,
      List<Relation.Column> columns) {
    return joined(item, inner, as, database, Relation.Columns.of(columns));
  }

  private Joined joined(
      FromItem item,
      SqlNode inner,
      @Nullable SqlCall as,
      @Nullable String database,
      Relation.Columns columns) {
    binding.item(item, inner);
    SqlNode node = inner;
    if (as != null || item.alias().isEmpty()) {
      node = renamed(inner, as, columns.all());
      binding.itemsByNode.put(node, item);
    }
    String qualifier = binding.qualifier(item.alias());
    return Joined.of(node, Relation.of(item, item.alias(), qualifier, database, columns));
  }

  /** The names of columns are kept: the query inside may call them otherwise. */
  private static SqlNode renamed(
      SqlNode inner, @Nullable SqlCall as, List<Relation.Column> columns) {
    List<SqlNode> operands = new ArrayList<>(List.of(inner));
    operands.add(as == null ? new SqlIdentifier("t", inner.getParserPosition()) : as.operand(1));
    if (UniqueNames.namesNone(inner) || (as != null && as.operandCount() > 2)) {
      columns.forEach(
          column -> operands.add(new SqlIdentifier(column.id(), inner.getParserPosition())));
    }
    return SqlStdOperatorTable.AS.createCall(
        (as == null ? inner : as).getParserPosition(), operands);
  }
}
