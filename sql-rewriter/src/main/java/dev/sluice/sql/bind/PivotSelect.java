package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes a grouped SELECT of a PIVOT, which Athena does not have. Columns that neither an aggregate
 * nor FOR uses are grouped by. A new column is called by its value, with the aggregate's name
 * behind it if that has one, and counts of nothing are 0, as in Redshift (Amazon Redshift Database
 * Developer Guide, r_FROM_clause-pivot-unpivot-examples, 2023; Spark counts NULL).
 *
 * <pre>
 * SELECT * FROM sales PIVOT (sum(amount) AS total FOR month IN (1 AS jan, 2))
 * SELECT * FROM (SELECT region, sum(amount) FILTER (WHERE month = 1) AS jan_total,
 *   sum(amount) FILTER (WHERE month = 2) AS "2_total" FROM sales GROUP BY region)
 * </pre>
 */
final class PivotSelect {
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
    new PivotCheck(pivot).check();
  }

  /** What stands before the word. */
  SqlNode input() {
    return pivot.operand(0);
  }

  /** How many values the columns of FOR are compared with. */
  int values() {
    return values.size();
  }

  /** The aggregates, without their names, and the columns of FOR. */
  List<SqlNode> computed() {
    List<SqlNode> computed = new ArrayList<>();
    aggregates.forEach(aggregate -> computed.add(Named.of(aggregate).node()));
    computed.addAll(axes);
    return computed;
  }

  /**
   * The SELECT that means the same.
   *
   * @param kept columns of the input that are grouped by
   */
  SqlSelect select(List<Relation.Column> kept) {
    List<SqlNode> keys = new ArrayList<>();
    for (Relation.Column column : kept) {
      if (column.name() == null) {
        throw BindErrors.invalid(pivot, "The columns that PIVOT groups by need names", "");
      }
      keys.add(new SqlIdentifier(column.name(), at));
    }
    List<SqlNode> items = new ArrayList<>(keys);
    for (SqlNode value : values) {
      for (SqlNode aggregate : aggregates) {
        items.add(column(Named.of(value), Named.of(aggregate)));
      }
    }
    SqlNodeList group = keys.isEmpty() ? null : new SqlNodeList(keys, at);
    SqlNodeList list = new SqlNodeList(items, at);
    return new SqlSelect(
        at, null, list, input(), null, group, null, null, null, null, null, null, null);
  }

  private SqlNode column(Named value, Named aggregate) {
    SqlNodeList wanted = (SqlNodeList) value.node();
    SqlNode filtered =
        SqlStdOperatorTable.FILTER.createCall(at, aggregate.node(), condition(wanted));
    String name = value.name() == null ? name(wanted) : value.name();
    String whole = aggregate.name() == null ? name : name + "_" + aggregate.name();
    return SqlStdOperatorTable.AS.createCall(at, filtered, new SqlIdentifier(whole, at));
  }

  private SqlNode condition(SqlNodeList wanted) {
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
        throw nameless(value, "no literal");
      }
      String text = literal.getValue() == null ? "null" : literal.toValue();
      names.add(String.valueOf(text).toLowerCase(Locale.ROOT));
    }
    String name = String.join("_", names);
    if (name.isEmpty()) {
      throw nameless(values.get(0), "an empty text");
    }
    return name;
  }

  private static RuntimeException nameless(SqlNode value, String what) {
    return BindErrors.invalid(
        value, "A value of PIVOT that is " + what + " needs a name", "; write … AS name");
  }

  /** A node and the name that AS gives it. */
  record Named(SqlNode node, @Nullable String name) {
    static Named of(SqlNode node) {
      if (node.getKind() != SqlKind.AS) {
        return new Named(node, null);
      }
      SqlCall as = (SqlCall) node;
      return new Named(as.operand(0), ((SqlIdentifier) as.operand(1)).getSimple());
    }
  }
}
