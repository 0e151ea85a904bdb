package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.parse.ListaggOverflow;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.jspecify.annotations.Nullable;

/** What the text's own syntax needs. Syntax that is not named here is trusted to no engine. */
final class SyntaxDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.QUALIFY,
        Capability.AGGREGATE_FILTER,
        Capability.IGNORE_NULLS,
        Capability.TIME_TRAVEL,
        Capability.NUMBER_AGAINST_TEXT,
        Capability.DATE_AGAINST_TEXT,
        Capability.ORDERED_AGGREGATE,
        Capability.LISTAGG_TRUNCATE,
        Capability.NULL_ORDERING,
        Capability.LIMIT_OFFSET,
        Capability.FETCH_WITH_TIES,
        Capability.INTERSECT_OR_EXCEPT_ALL,
        Capability.VALUES_TABLE,
        Capability.GROUPING_SETS,
        Capability.RECURSIVE_WITH,
        Capability.RECURSION_OF_ANOTHER_SHAPE,
        Capability.NESTED_WITH,
        Capability.LATERAL_SUBQUERY,
        Capability.FULL_JOIN_WITHOUT_EQUALITY,
        Capability.IS_DISTINCT_FROM,
        Capability.QUANTIFIED_COMPARISON,
        Capability.TABLESAMPLE,
        Capability.MATCH_RECOGNIZE,
        Capability.UNPIVOT,
        Capability.ORDER_BY_IN_NESTED_SUBQUERY,
        Capability.LAMBDA,
        Capability.FUNCTION,
        Capability.OTHER_SYNTAX);
  }

  @Override
  public Set<SqlKind> kinds() {
    return Calls.KINDS;
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    BoundQuery bound = visit.bound();
    Requirements requirements = visit.requirements();
    if (node instanceof SqlSelect select) {
      select(bound, select, requirements);
    } else if (node instanceof SqlJoin join) {
      join(bound, join, requirements);
    } else if (node instanceof SqlWith with) {
      with(bound, with, requirements);
    } else if (node instanceof SqlCall call) {
      call(call, requirements);
    }
  }

  private static void select(BoundQuery bound, SqlSelect select, Requirements requirements) {
    if (select.getQualify() != null) {
      requirements.add(Capability.QUALIFY, select.getQualify());
    }
    order(select.getOrderList(), requirements);
    limit(select, requirements);
    ties(bound, select, requirements);
    if (!isBody(bound.root(), select)
        && isOrdered(select)
        && References.readsNested(bound, select)) {
      requirements.add(Capability.ORDER_BY_IN_NESTED_SUBQUERY, select);
    }
  }

  /** The branches of a set of queries are subqueries when they have an order of their own. */
  private static boolean isBody(SqlNode root, SqlSelect select) {
    return root instanceof SqlWith with ? isBody(with.body, select) : root == select;
  }

  private static boolean isOrdered(SqlSelect select) {
    SqlNodeList order = select.getOrderList();
    return select.getFetch() != null
        || select.getOffset() != null
        || (order != null && !order.isEmpty());
  }

  static void order(@Nullable SqlNodeList items, Requirements requirements) {
    if (items != null) {
      for (SqlNode item : items) {
        if (item.getKind() != SqlKind.NULLS_FIRST && item.getKind() != SqlKind.NULLS_LAST) {
          requirements.add(Capability.NULL_ORDERING, item);
        }
      }
    }
  }

  private static void limit(SqlSelect select, Requirements requirements) {
    SqlNode at = select.getOffset() == null ? select.getFetch() : select.getOffset();
    if (at != null) {
      requirements.add(Capability.LIMIT_OFFSET, at);
    }
  }

  private static void ties(BoundQuery bound, SqlSelect select, Requirements requirements) {
    SqlNode fetch = select.getFetch();
    if (fetch != null && TrinoOperators.isWithTies(fetch)) {
      requirements.add(Capability.FETCH_WITH_TIES, fetch);
      if (References.readsNested(bound, select)) {
        requirements.add(
            Capability.ORDER_BY_IN_NESTED_SUBQUERY, fetch, "FETCH … WITH TIES, in a subquery");
      }
    }
  }

  private static void join(BoundQuery bound, SqlJoin join, Requirements requirements) {
    switch (join.getJoinType()) {
      case INNER, CROSS, COMMA, LEFT, RIGHT -> {}
      case FULL -> {
        if (!isEquality(bound, join, join.getCondition())) {
          requirements.add(Capability.FULL_JOIN_WITHOUT_EQUALITY, join);
        }
      }
      default -> requirements.add(Capability.OTHER_SYNTAX, join, join.getJoinType() + " JOIN");
    }
    if (join.isNatural() || join.getConditionType() == JoinConditionType.USING) {
      requirements.add(Capability.OTHER_SYNTAX, join, "NATURAL JOIN and USING; say ON instead");
    }
  }

  /** Whether a condition is nothing but equalities, each between one side and the other. */
  private static boolean isEquality(BoundQuery bound, SqlJoin join, @Nullable SqlNode condition) {
    if (condition == null) {
      return false;
    } else if (condition.getKind() == SqlKind.AND) {
      return ((SqlCall) condition)
          .getOperandList().stream().allMatch(part -> isEquality(bound, join, part));
    } else if (condition.getKind() != SqlKind.EQUALS) {
      return false;
    }
    SqlNode one = ((SqlCall) condition).operand(0);
    SqlNode other = ((SqlCall) condition).operand(1);
    return isOf(bound, join.getLeft(), one) && isOf(bound, join.getRight(), other)
        || isOf(bound, join.getRight(), one) && isOf(bound, join.getLeft(), other);
  }

  private static boolean isOf(BoundQuery bound, SqlNode side, SqlNode value) {
    Set<FromItem> items = References.items(bound, value);
    return !items.isEmpty() && References.defined(bound, side).containsAll(items);
  }

  private static void with(BoundQuery bound, SqlWith with, Requirements requirements) {
    if (with != bound.root()) {
      requirements.add(Capability.NESTED_WITH, with);
    }
    for (SqlNode item : with.withList) {
      if (((SqlWithItem) item).recursive.booleanValue()) {
        requirements.add(Capability.RECURSIVE_WITH, item);
        recursion(((SqlWithItem) item).query, requirements);
      }
    }
  }

  private static void recursion(SqlNode query, Requirements requirements) {
    if (query.getKind() != SqlKind.UNION) {
      return;
    }
    SqlCall union = (SqlCall) query;
    boolean all = ((SqlSetOperator) union.getOperator()).isAll();
    boolean limited =
        union.getOperandList().stream()
            .anyMatch(branch -> branch instanceof SqlSelect select && isOrdered(select));
    if (!all || limited) {
      requirements.add(Capability.RECURSION_OF_ANOTHER_SHAPE, query);
    }
  }

  private static void call(SqlCall call, Requirements requirements) {
    switch (call.getKind()) {
      case FILTER -> requirements.add(Capability.AGGREGATE_FILTER, call);
      case IGNORE_NULLS, RESPECT_NULLS -> requirements.add(Capability.IGNORE_NULLS, call);
      case WITHIN_GROUP -> {
        requirements.add(Capability.ORDERED_AGGREGATE, call);
        order(call.operand(1), requirements);
      }
      case INTERSECT, EXCEPT -> {
        if (((SqlSetOperator) call.getOperator()).isAll()) {
          requirements.add(Capability.INTERSECT_OR_EXCEPT_ALL, call);
        }
      }
      case VALUES -> requirements.add(Capability.VALUES_TABLE, call);
      case ROLLUP, CUBE, GROUPING_SETS, GROUPING ->
          requirements.add(Capability.GROUPING_SETS, call);
      case LATERAL -> requirements.add(Capability.LATERAL_SUBQUERY, call);
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
          requirements.add(Capability.IS_DISTINCT_FROM, call);
      case SOME, ALL -> requirements.add(Capability.QUANTIFIED_COMPARISON, call);
      case TABLESAMPLE -> requirements.add(Capability.TABLESAMPLE, call.operand(1));
      case MATCH_RECOGNIZE -> requirements.add(Capability.MATCH_RECOGNIZE, call);
      case UNPIVOT -> requirements.add(Capability.UNPIVOT, call);
      case LAMBDA -> requirements.add(Capability.LAMBDA, call);
      case BETWEEN -> {
        if (((SqlBetweenOperator) call.getOperator()).flag == SqlBetweenOperator.Flag.SYMMETRIC) {
          requirements.add(Capability.OTHER_SYNTAX, call, "BETWEEN SYMMETRIC");
        }
      }
      default -> other(call, requirements);
    }
  }

  /** Kinds that every rewriting knows how to carry over. */
  private static boolean isPlain(SqlKind kind) {
    return switch (kind) {
      case UNION,
          ORDER_BY,
          WITH_ITEM,
          AS,
          UNNEST,
          ROW,
          OVER,
          WINDOW,
          DESCENDING,
          NULLS_FIRST,
          NULLS_LAST,
          AND,
          OR,
          NOT,
          EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IN,
          NOT_IN,
          EXISTS,
          SCALAR_QUERY,
          LIKE,
          CASE,
          CAST,
          SAFE_CAST,
          ITEM,
          DOT,
          PLUS,
          MINUS,
          TIMES,
          DIVIDE,
          MOD,
          PLUS_PREFIX,
          MINUS_PREFIX,
          IS_NULL,
          IS_NOT_NULL,
          FOLLOWING,
          PRECEDING,
          ARRAY_VALUE_CONSTRUCTOR,
          MAP_VALUE_CONSTRUCTOR ->
          true;
      default -> false;
    };
  }

  private static void other(SqlCall call, Requirements requirements) {
    if (call.getOperator() == ListaggOverflow.TRUNCATE) {
      requirements.add(Capability.LISTAGG_TRUNCATE, call);
      return;
    }
    boolean known =
        isPlain(call.getKind())
            || call.getOperator() instanceof SqlFunction
            || call.getOperator().isAggregator()
            || "||".equals(call.getOperator().getName())
            || call.getOperator() == TrinoOperators.WITH_TIES
            || call instanceof SqlWindow;
    if (!known) {
      requirements.add(
          Capability.OTHER_SYNTAX, call, call.getOperator().getName().toUpperCase(Locale.ROOT));
    }
  }
}
