package dev.sluice.sql.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Binds aggregates that see their rows in an order of their own. However they are written, bound
 * they are one call: {@code WITHIN GROUP}, of the aggregate and the order.
 *
 * <pre>
 * array_agg(x ORDER BY y)        listagg(x, ',') WITHIN GROUP (ORDER BY y)
 * </pre>
 */
final class OrderedAggregates {
  static final String ARRAY_AGG = "array_agg";
  static final String LISTAGG = "listagg";

  private final Binding binding;
  private final ExpressionBinder expressions;
  private final FunctionBinder functions;
  private final Listagg listagg;

  OrderedAggregates(Binding binding, ExpressionBinder expressions, FunctionBinder functions) {
    this.binding = binding;
    this.expressions = expressions;
    this.functions = functions;
    this.listagg = new Listagg(binding, functions);
  }

  /** Whether a call is such an aggregate, or one that lacks its order. */
  static boolean isOne(SqlCall call) {
    return call.getKind() == SqlKind.WITHIN_GROUP
        || hasOrderInside(call)
        || name(call).equals(LISTAGG);
  }

  private static boolean hasOrderInside(SqlCall call) {
    return name(call).equals(ARRAY_AGG)
        && call.operandCount() > 1
        && call.operand(call.operandCount() - 1) instanceof SqlNodeList;
  }

  /** The aggregate, at {@code place}, where only aggregates of rows can stand. */
  SqlCall bind(SqlCall call, Place place) {
    if (call.getKind() == SqlKind.WITHIN_GROUP) {
      return within(call.operand(0), call.operand(1), place);
    } else if (hasOrderInside(call)) {
      int last = call.operandCount() - 1;
      SqlCall bare =
          new SqlBasicCall(
              call.getOperator(),
              call.getOperandList().subList(0, last),
              call.getParserPosition(),
              call.getFunctionQuantifier());
      return ordered(bare, call.operand(last), place);
    }
    throw BindErrors.invalid(
        call, "Function listagg needs an order", "; add WITHIN GROUP (ORDER BY …)");
  }

  /**
   * An aggregate with FILTER, before binding. As listagg leaves NULLs out, {@code listagg(x) WITHIN
   * GROUP (ORDER BY y) FILTER (WHERE c)} is {@code listagg(CASE WHEN c THEN x END) WITHIN GROUP
   * (ORDER BY y)}, which every Trino reads.
   */
  static SqlCall filtered(SqlCall filter) {
    SqlCall within = filter.operand(0);
    SqlCall call = within.operand(0);
    SqlNode condition = filter.operand(1);
    List<SqlNode> arguments = new ArrayList<>(call.getOperandList());
    arguments.set(0, when(condition, arguments.get(0)));
    List<SqlNode> keys = new ArrayList<>();
    SqlNodeList order = within.operand(1);
    boolean distinct = isDistinct(call.getFunctionQuantifier());
    order.forEach(key -> keys.add(distinct ? directed(condition, key) : key));
    SqlCall inner =
        new SqlBasicCall(
            call.getOperator(), arguments, call.getParserPosition(), call.getFunctionQuantifier());
    return SqlStdOperatorTable.WITHIN_GROUP.createCall(
        within.getParserPosition(), inner, new SqlNodeList(keys, order.getParserPosition()));
  }

  /** With DISTINCT a key is the argument, so it has to become what that becomes. */
  private static SqlNode directed(SqlNode condition, SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        SqlCall direction = (SqlCall) key;
        yield ExpressionBinder.copy(direction, List.of(directed(condition, direction.operand(0))));
      }
      default -> when(condition, key);
    };
  }

  private static SqlNode when(SqlNode condition, SqlNode value) {
    SqlParserPos at = value.getParserPosition();
    return new SqlCase(
        at, null, SqlNodeList.of(condition), SqlNodeList.of(value), SqlLiteral.createNull(at));
  }

  private SqlCall within(SqlCall call, SqlNodeList order, Place place) {
    String name = name(call);
    functions.function(call);
    if (!name.equals(LISTAGG)) {
      throw BindErrors.invalid(
          call,
          "Function " + name + " takes no WITHIN GROUP",
          name.equals(ARRAY_AGG) ? "; write array_agg(x ORDER BY y)" : "");
    }
    return ordered(call, order, place);
  }

  private SqlCall ordered(SqlCall call, SqlNodeList order, Place place) {
    SqlCall aggregate =
        name(call).equals(LISTAGG)
            ? listagg.bind(call, place)
            : functions.arguments(call, name(call), functions.function(call), place);
    List<SqlNode> keys = new ArrayList<>();
    order.forEach(key -> keys.add(key(key, aggregate, place)));
    SqlNodeList bound = new SqlNodeList(keys, order.getParserPosition());
    SqlNode within =
        SqlStdOperatorTable.WITHIN_GROUP.createCall(call.getParserPosition(), aggregate, bound);
    return binding.typed((SqlCall) within, binding.typeOf(aggregate));
  }

  private SqlNode key(SqlNode item, SqlCall aggregate, Place place) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        SqlCall direction = (SqlCall) item;
        SqlNode inner = key(direction.operand(0), aggregate, place);
        yield binding.typed(
            ExpressionBinder.copy(direction, List.of(inner)), binding.typeOf(inner));
      }
      default -> {
        SqlNode bound = expressions.bind(item, place);
        requireArgument(item, bound, aggregate);
        yield bound;
      }
    };
  }

  /** Rows that DISTINCT makes one have no other values to be ordered by. */
  private static void requireArgument(SqlNode item, SqlNode bound, SqlCall aggregate) {
    boolean isArgument =
        aggregate.getOperandList().stream().anyMatch(one -> one.equalsDeep(bound, Litmus.IGNORE));
    if (isDistinct(aggregate.getFunctionQuantifier()) && !isArgument) {
      throw BindErrors.invalid(
          item, "With DISTINCT, ORDER BY in an aggregate takes only its arguments", "");
    }
  }

  static boolean isDistinct(@Nullable SqlLiteral quantifier) {
    return quantifier != null
        && quantifier.symbolValue(SqlSelectKeyword.class) == SqlSelectKeyword.DISTINCT;
  }

  static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }
}
