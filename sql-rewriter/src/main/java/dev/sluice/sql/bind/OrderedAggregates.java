package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
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

  OrderedAggregates(Binding binding, ExpressionBinder expressions, FunctionBinder functions) {
    this.binding = binding;
    this.expressions = expressions;
    this.functions = functions;
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
    String name = name(call);
    SqlCall aggregate = functions.arguments(call, name, functions.function(call), place);
    if (name.equals(LISTAGG)) {
      requireTexts(call, aggregate);
    }
    List<SqlNode> keys = new ArrayList<>();
    order.forEach(key -> keys.add(key(key, aggregate, place)));
    SqlNodeList bound = new SqlNodeList(keys, order.getParserPosition());
    SqlNode within =
        SqlStdOperatorTable.WITHIN_GROUP.createCall(call.getParserPosition(), aggregate, bound);
    return binding.typed((SqlCall) within, binding.typeOf(aggregate));
  }

  private void requireTexts(SqlCall call, SqlCall aggregate) {
    DataType type = binding.typeOf(aggregate.operand(0));
    if (type instanceof DataType.Char) {
      throw BindErrors.mismatch(
          call, "Function listagg takes varchar, not " + type, "; cast it to varchar");
    } else if (aggregate.operandCount() > 1
        && !(aggregate.operand(1) instanceof SqlCharStringLiteral)) {
      throw BindErrors.invalid(call, "The separator of listagg must be a text", "");
    }
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

  private static boolean isDistinct(@Nullable SqlLiteral quantifier) {
    return quantifier != null
        && quantifier.symbolValue(SqlSelectKeyword.class) == SqlSelectKeyword.DISTINCT;
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }
}
