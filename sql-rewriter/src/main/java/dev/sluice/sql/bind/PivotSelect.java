package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlPivot;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a grouped SELECT of a PIVOT, which Athena does not have. Columns that neither an aggregate
 * nor FOR names are grouped by. A new column is called by its value, with the aggregate's name
 * behind it if that has one, and counts of nothing are 0, as in Redshift (Amazon Redshift Database
 * Developer Guide, r_FROM_clause-pivot-unpivot-examples, 2025).
 *
 * <pre>
 * SELECT * FROM sales PIVOT (sum(amount) AS total FOR month IN (1 AS jan, 2))
 * SELECT * FROM (SELECT region, sum(amount) FILTER (WHERE month = 1) AS jan_total,
 *   sum(amount) FILTER (WHERE month = 2) AS "2_total" FROM sales GROUP BY region)
 * </pre>
 */
final class PivotSelect {
  /** A short text could otherwise ask for more columns than fit in memory. */
  private static final int MOST_COLUMNS = 10_000;

  private final SqlPivot pivot;
  private final SqlNodeList aggregates;
  private final SqlNodeList axes;
  private final SqlNodeList values;
  private final SqlParserPos at;

  PivotSelect(SqlPivot pivot) {
    this.pivot = pivot;
    this.aggregates = pivot.operand(1);
    this.axes = pivot.operand(2);
    this.values = pivot.operand(3);
    this.at = pivot.getParserPosition();
  }

  /** What stands before the word. */
  SqlNode input() {
    return pivot.operand(0);
  }

  /**
   * The SELECT that means the same.
   *
   * @param scope where the input's columns are named
   */
  SqlSelect select(Scope scope) {
    if ((long) values.size() * aggregates.size() > MOST_COLUMNS) {
      throw BindErrors.at(
          pivot,
          ErrorCode.QUERY_TOO_LARGE,
          "PIVOT makes more than " + MOST_COLUMNS + " columns",
          "; name fewer values or aggregates");
    }
    List<SqlNode> kept = kept(scope);
    List<SqlNode> items = new ArrayList<>(kept);
    for (SqlNode value : values) {
      for (SqlNode aggregate : aggregates) {
        items.add(column(value, aggregate));
      }
    }
    SqlNodeList group = kept.isEmpty() ? null : new SqlNodeList(kept, at);
    return new SqlSelect(
        at,
        null,
        new SqlNodeList(items, at),
        input(),
        null,
        group,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<SqlNode> kept(Scope scope) {
    Set<Relation.Column> used = Collections.newSetFromMap(new IdentityHashMap<>());
    for (SqlNodeList list : List.of(aggregates, axes)) {
      list.forEach(node -> names(node).forEach(id -> column(id, scope).ifPresent(used::add)));
    }
    List<SqlNode> kept = new ArrayList<>();
    for (Relation relation : scope.relations()) {
      for (Relation.Column column : relation.columns()) {
        if (column.name() == null) {
          throw BindErrors.invalid(pivot, "The columns that PIVOT groups by need names", "");
        } else if (!used.contains(column)) {
          kept.add(new SqlIdentifier(column.name(), at));
        }
      }
    }
    return kept;
  }

  /** The column that a name, or a path below it, leads to. */
  private static Optional<Relation.Column> column(SqlIdentifier id, Scope scope) {
    return scope.find(id.names).map(Scope.Found::column);
  }

  private static List<SqlIdentifier> names(SqlNode node) {
    List<SqlIdentifier> names = new ArrayList<>();
    Named.of(node)
        .node()
        .accept(
            new SqlBasicVisitor<@Nullable Void>() {
              @Override
              public @Nullable Void visit(SqlIdentifier id) {
                names.add(id);
                return null;
              }
            });
    return names;
  }

  private SqlNode column(SqlNode value, SqlNode aggregate) {
    Named of = Named.of(value);
    Named computed = Named.of(aggregate);
    if (aggregates.size() > 1 && computed.name() == null) {
      throw BindErrors.invalid(
          aggregate, "Each of several aggregates in a PIVOT needs a name", "; write … AS name");
    } else if (!(computed.node() instanceof SqlCall call) || isDecorated(call)) {
      throw BindErrors.invalid(aggregate, "PIVOT takes plain aggregates, as sum(x),", "");
    }
    SqlNodeList wanted = (SqlNodeList) of.node();
    SqlNode filtered =
        SqlStdOperatorTable.FILTER.createCall(at, computed.node(), condition(wanted));
    String name = of.name() == null ? name(wanted) : of.name();
    String whole = computed.name() == null ? name : name + "_" + computed.name();
    return SqlStdOperatorTable.AS.createCall(at, filtered, new SqlIdentifier(whole, at));
  }

  private static boolean isDecorated(SqlCall call) {
    return switch (call.getKind()) {
      case OVER, FILTER, WITHIN_GROUP, IGNORE_NULLS, RESPECT_NULLS -> true;
      default -> false;
    };
  }

  private SqlNode condition(SqlNodeList wanted) {
    if (wanted.size() != axes.size()) {
      throw BindErrors.invalid(
          wanted,
          "PIVOT compares " + axes.size() + " columns with " + wanted.size() + " values",
          "");
    }
    SqlNode condition = null;
    for (int i = 0; i < wanted.size(); i++) {
      SqlNode same = same(axes.get(i), wanted.get(i));
      condition =
          condition == null ? same : SqlStdOperatorTable.AND.createCall(at, condition, same);
    }
    return Objects.requireNonNull(condition, "PIVOT has an axis");
  }

  private static SqlNode same(SqlNode axis, SqlNode value) {
    SqlParserPos place = value.getParserPosition();
    if (!names(value).isEmpty()) {
      throw BindErrors.invalid(value, "PIVOT compares with constants, not with columns", "");
    }
    return isNull(value)
        ? SqlStdOperatorTable.IS_NULL.createCall(place, axis)
        : SqlStdOperatorTable.EQUALS.createCall(place, axis, value);
  }

  private static boolean isNull(SqlNode value) {
    return value instanceof SqlLiteral literal && literal.getValue() == null;
  }

  private static String name(SqlNodeList values) {
    List<String> names = new ArrayList<>();
    for (SqlNode value : values) {
      if (!(value instanceof SqlLiteral literal)) {
        throw BindErrors.invalid(
            value, "A value of PIVOT that is no literal needs a name", "; write … AS name");
      }
      String text = literal.getValue() == null ? "null" : literal.toValue();
      names.add(String.valueOf(text).toLowerCase(Locale.ROOT));
    }
    return String.join("_", names);
  }

  /** A node and the name that AS gives it. */
  private record Named(SqlNode node, @Nullable String name) {
    static Named of(SqlNode node) {
      if (node.getKind() != SqlKind.AS) {
        return new Named(node, null);
      }
      SqlCall as = (SqlCall) node;
      return new Named(as.operand(0), ((SqlIdentifier) as.operand(1)).getSimple());
    }
  }
}
