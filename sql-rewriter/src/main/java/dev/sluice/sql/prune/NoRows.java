package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/**
 * Whether a query gives no row, whatever its tables hold: {@code WHERE 1 = 0}, {@code LIMIT 0}.
 * Tools ask so for a query's columns. May say no of a query that gives none, never yes of one that
 * gives some.
 */
public final class NoRows {
  private final Evaluator evaluator;

  private NoRows(BoundQuery bound) {
    this.evaluator = new Evaluator(bound, Lineage.of(bound), column -> Value.UNTOLD, Value.UNTOLD);
  }

  public static boolean of(BoundQuery bound) {
    return new NoRows(bound).of(bound.root());
  }

  private boolean of(SqlNode query) {
    if (query instanceof SqlWith with) {
      return of(with.body);
    } else if (query instanceof SqlSelect select) {
      return of(select);
    } else if (query instanceof SqlCall call) {
      List<SqlNode> branches = call.getOperandList();
      return switch (call.getKind()) {
        case UNION -> branches.stream().allMatch(this::of);
        case INTERSECT -> branches.stream().anyMatch(this::of);
        case EXCEPT -> of(branches.get(0));
        default -> false;
      };
    }
    return false;
  }

  private boolean of(SqlSelect select) {
    return isZero(select.getFetch())
        || isNeverTrue(select.getHaving())
        || isNeverTrue(select.getQualify())
        || (isNeverTrue(select.getWhere()) && !givesRowOfNone(select));
  }

  private static boolean isZero(@Nullable SqlNode fetch) {
    return fetch instanceof SqlNumericLiteral number && number.bigDecimalValue().signum() == 0;
  }

  private boolean isNeverTrue(@Nullable SqlNode condition) {
    if (condition == null) {
      return false;
    } else if (condition instanceof SqlCall call) {
      // NULL AND what is not known is not known either, and still no row's truth.
      List<SqlNode> parts = call.getOperandList();
      switch (call.getKind()) {
        case AND -> {
          return parts.stream().anyMatch(this::isNeverTrue);
        }
        case OR -> {
          return parts.stream().allMatch(this::isNeverTrue);
        }
        default -> {}
      }
    }
    return !evaluator.evaluate(condition).mayBeTrue();
  }

  /** Aggregates of no row are a row, unless rows are grouped by something. */
  private static boolean givesRowOfNone(SqlSelect select) {
    SqlNodeList group = select.getGroup();
    if (group != null) {
      return group.isEmpty() || !group.stream().allMatch(NoRows::isPlainKey);
    }
    return select.getHaving() != null
        || hasAggregate(select.getSelectList())
        || hasAggregate(select.getOrderList());
  }

  /** Not {@code ()}, and no ROLLUP, CUBE or GROUPING SETS, each of which has a total. */
  private static boolean isPlainKey(SqlNode key) {
    return switch (key.getKind()) {
      case ROW, GROUPING_SETS, ROLLUP, CUBE, OTHER -> false;
      default -> !(key instanceof SqlNodeList);
    };
  }

  private static boolean hasAggregate(@Nullable SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().anyMatch(NoRows::hasAggregate);
    } else if (node instanceof SqlCall call) {
      boolean isOne =
          call.getOperator().isAggregator()
              || call.getKind() == SqlKind.FILTER
              || call.getKind() == SqlKind.WITHIN_GROUP;
      return isOne || call.getOperandList().stream().anyMatch(NoRows::hasAggregate);
    }
    return false;
  }
}
