package dev.sluice.sql.prune;

import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLikeOperator;

/**
 * Evaluates expressions as Trino would, where some columns have known values. What it does not know
 * for certain, it does not tell.
 */
final class Evaluator {
  private final BoundQuery bound;
  private final Lineage lineage;
  private final Function<ColumnReference, Value> columns;
  private final Value clock;
  private final Function<SqlCall, Value> constants;

  /** Knows nothing already. */
  Evaluator(
      BoundQuery bound, Lineage lineage, Function<ColumnReference, Value> columns, Value clock) {
    this(bound, lineage, columns, clock, call -> Value.UNTOLD);
  }

  /**
   * @param columns the values of columns; {@link Value#UNTOLD} for those that are not known
   * @param clock the time in UTC, the zone of every engine's session, or a {@link Span} that holds
   *     it; untold if it may be any
   * @param constants what is known already of calls, whatever the columns are; untold of others
   */
  Evaluator(
      BoundQuery bound,
      Lineage lineage,
      Function<ColumnReference, Value> columns,
      Value clock,
      Function<SqlCall, Value> constants) {
    this.bound = bound;
    this.lineage = lineage;
    this.columns = columns;
    this.clock = clock;
    this.constants = constants;
  }

  Value evaluate(SqlNode node) {
    if (bound.typeOf(node) instanceof DataType.Char) {
      // It is padded where it is compared.
      return Value.UNTOLD;
    } else if (node instanceof SqlLiteral literal) {
      return Constants.of(literal);
    } else if (node instanceof SqlIdentifier id) {
      return bound.reference(id).map(this::column).orElse(Value.UNTOLD);
    }
    if (!(node instanceof SqlCall call)) {
      return Value.UNTOLD;
    }
    Value constant = constants.apply(call);
    return constant.told() ? constant : call(call);
  }

  private Value column(ColumnReference reference) {
    Optional<SqlNode> definition = lineage.definition(reference);
    return definition.isPresent() && reference.path().isEmpty()
        ? evaluate(definition.get())
        : columns.apply(reference);
  }

  /** What a call is of which nothing is known already. */
  Value call(SqlCall call) {
    return switch (call.getKind()) {
      case AND -> fold(call, Value.TRUE, Value::and);
      case OR -> fold(call, Value.FALSE, Value::or);
      case NOT -> operand(call, 0).not();
      case IS_NULL, IS_UNKNOWN -> isNull(operand(call, 0));
      case IS_NOT_NULL -> isNull(operand(call, 0)).not();
      case IS_TRUE -> is(operand(call, 0), true);
      case IS_NOT_TRUE -> is(operand(call, 0), true).not();
      case IS_FALSE -> is(operand(call, 0), false);
      case IS_NOT_FALSE -> is(operand(call, 0), false).not();
      case IS_DISTINCT_FROM -> same(operand(call, 0), operand(call, 1)).not();
      case IS_NOT_DISTINCT_FROM -> same(operand(call, 0), operand(call, 1));
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          Comparison.of(call.getKind()).compare(operand(call, 0), operand(call, 1));
      case BETWEEN -> between(call);
      case IN -> in(call);
      case NOT_IN -> in(call).not();
      case LIKE -> like(call);
      case CASE -> choose((SqlCase) call);
      case COALESCE -> coalesce(call);
      case CAST, SAFE_CAST -> Casts.of(operand(call, 0), bound.typeOf(call));
      case OVER, FILTER, WITHIN_GROUP -> Value.UNTOLD;
      default -> call.isA(SqlKind.QUERY) ? Value.UNTOLD : function(call);
    };
  }

  private interface Fold {
    Value of(Value left, Value right);
  }

  private Value fold(SqlCall call, Value start, Fold fold) {
    Value result = start;
    for (SqlNode operand : call.getOperandList()) {
      result = fold.of(result, evaluate(operand));
    }
    return result;
  }

  private Value operand(SqlCall call, int index) {
    SqlNode operand = call.operand(index);
    return evaluate(operand);
  }

  private static Value isNull(Value value) {
    return value.told() ? Value.of(value.known() == null) : Value.UNTOLD;
  }

  private static Value is(Value value, boolean truth) {
    return value.told() ? Value.of(Boolean.valueOf(truth).equals(value.known())) : Value.UNTOLD;
  }

  private static Value same(Value left, Value right) {
    if (!left.told() || !right.told()) {
      return Value.UNTOLD;
    } else if (left.isNull() || right.isNull()) {
      return Value.of(left.isNull() && right.isNull());
    }
    return Comparison.EQUAL.compare(left, right);
  }

  private Value between(SqlCall call) {
    SqlBetweenOperator operator = (SqlBetweenOperator) call.getOperator();
    if (operator.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
      return Value.UNTOLD;
    }
    Value value = operand(call, 0);
    Value within =
        Comparison.AT_LEAST
            .compare(value, operand(call, 1))
            .and(Comparison.AT_MOST.compare(value, operand(call, 2)));
    return operator.isNegated() ? within.not() : within;
  }

  private Value in(SqlCall call) {
    if (!(call.operand(1) instanceof SqlNodeList values)) {
      return Value.UNTOLD;
    }
    Value value = operand(call, 0);
    Value found = Value.FALSE;
    for (SqlNode one : values) {
      found = found.or(Comparison.EQUAL.compare(value, evaluate(one)));
      if (found.isTrue()) {
        return found;
      }
    }
    return found;
  }

  private Value like(SqlCall call) {
    Value pattern = operand(call, 1);
    Value escape = call.operandCount() > 2 ? operand(call, 2) : Value.of("");
    Value matches =
        operand(call, 0)
            .map(
                String.class,
                text ->
                    pattern.map(
                        String.class,
                        shape ->
                            escape.map(
                                String.class,
                                mark ->
                                    LikePattern.of(shape, mark)
                                        .map(like -> Value.of(like.matches(text)))
                                        .orElse(Value.UNTOLD))));
    return ((SqlLikeOperator) call.getOperator()).isNegated() ? matches.not() : matches;
  }

  private Value choose(SqlCase call) {
    if (call.getValueOperand() != null) {
      return Value.UNTOLD;
    }
    for (int i = 0; i < call.getWhenOperands().size(); i++) {
      Value condition = evaluate(call.getWhenOperands().get(i));
      if (!condition.told()) {
        return Value.UNTOLD;
      } else if (condition.isTrue()) {
        return evaluate(call.getThenOperands().get(i));
      }
    }
    SqlNode otherwise = call.getElseOperand();
    return otherwise == null ? Value.NULL : evaluate(otherwise);
  }

  private Value coalesce(SqlCall call) {
    for (SqlNode operand : call.getOperandList()) {
      Value value = evaluate(operand);
      if (!value.isNull()) {
        return value;
      }
    }
    return Value.NULL;
  }

  private Value function(SqlCall call) {
    if (call.getFunctionQuantifier() != null || call.getOperator().isAggregator()) {
      return Value.UNTOLD;
    }
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    if (name.equals("current_date")) {
      return Casts.of(clock, DataType.Primitive.DATE);
    } else if (ClockCalls.isTime(call)) {
      return ClockTimes.shown(clock, ClockCalls.digits(bound.typeOf(call)));
    }
    List<Value> values = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      values.add(operand == null ? Value.UNTOLD : evaluate(operand));
    }
    return Functions.call(name, values, bound.typeOf(call));
  }
}
