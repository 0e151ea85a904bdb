package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLikeOperator;

/** For which values of one text column a condition can hold. */
final class Predicates {
  private final TextTests texts;
  private final Evaluator constants;
  private final Domains domains;

  /**
   * @param domains what is known of the values of other expressions
   * @param clock what it shows, as {@link Evaluator} takes it
   */
  Predicates(BoundQuery bound, Lineage lineage, Variable variable, Domains domains, Value clock) {
    this.constants = new Evaluator(bound, lineage, reference -> Value.UNTOLD, clock);
    this.texts = new TextTests(bound, lineage, variable, constants, this);
    this.domains = domains;
  }

  Truth of(SqlNode node) {
    if (node instanceof SqlLiteral) {
      return constant(node);
    }
    return node instanceof SqlCall call ? call(call) : Truth.ANY;
  }

  private Truth call(SqlCall call) {
    return switch (call.getKind()) {
      case AND -> call.getOperandList().stream().map(this::of).reduce(Truth::and).orElseThrow();
      case OR -> call.getOperandList().stream().map(this::of).reduce(Truth::or).orElseThrow();
      case NOT -> of(call.operand(0)).not();
      case IS_TRUE -> of(call.operand(0)).isTrue();
      case IS_NOT_TRUE -> of(call.operand(0)).isTrue().not();
      case IS_FALSE -> of(call.operand(0)).not().isTrue();
      case IS_NOT_FALSE -> of(call.operand(0)).not().isTrue().not();
      case IS_UNKNOWN -> of(call.operand(0)).isNull();
      case IS_NULL -> isNull(call.operand(0));
      case IS_NOT_NULL -> isNull(call.operand(0)).not();
      case IS_NOT_DISTINCT_FROM -> same(call.operand(0), call.operand(1));
      case IS_DISTINCT_FROM -> same(call.operand(0), call.operand(1)).not();
      case CASE -> choose((SqlCase) call);
      case COALESCE ->
          call.getOperandList().stream().map(this::of).reduce(Truth::orElse).orElseThrow();
      default -> {
        Truth constant = constant(call);
        yield constant == Truth.ANY ? leaf(call) : constant;
      }
    };
  }

  /** What no other condition is a part of. */
  private Truth leaf(SqlCall call) {
    return switch (call.getKind()) {
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          comparison(Comparison.of(call.getKind()), call.operand(0), call.operand(1));
      case BETWEEN -> between(call);
      case IN -> in(call);
      case NOT_IN -> in(call).not();
      case LIKE -> like(call);
      default -> function(call);
    };
  }

  private Truth constant(SqlNode node) {
    Value value = constants.evaluate(node);
    boolean isCondition = value.isNull() || value.known() instanceof Boolean;
    return value.told() && isCondition
        ? Truth.certain(value.known() instanceof Boolean truth ? truth : null)
        : Truth.ANY;
  }

  private Truth isNull(SqlNode operand) {
    // A condition may be asked as well as a text.
    Truth text = texts.isNull(operand);
    return text == Truth.ANY && operand instanceof SqlCall ? of(operand).isNull() : text;
  }

  private Truth comparison(Comparison comparison, SqlNode left, SqlNode right) {
    Truth straight = oneSided(comparison, left, right);
    Truth reversed =
        straight == Truth.ANY ? oneSided(comparison.reversed(), right, left) : straight;
    if (reversed != Truth.ANY || comparison != Comparison.EQUAL) {
      return reversed;
    }
    return within(left, domains.of(right)).and(within(right, domains.of(left)));
  }

  private Truth oneSided(Comparison comparison, SqlNode left, SqlNode right) {
    Value value = constants.evaluate(right);
    if (value.isNull()) {
      return Truth.certain(null);
    }
    Value least = Span.least(value);
    Value most = Span.most(value);
    if (least.known() instanceof String from && most.known() instanceof String to) {
      return texts.test(left, comparison.texts(from, to), comparison.negated().texts(from, to));
    }
    Optional<LocalDateTime> from = KeySource.time(least);
    Optional<LocalDateTime> to = KeySource.time(most);
    return from.isPresent() && to.isPresent()
        ? texts.testSource(left, comparison, from.get(), to.get())
        : Truth.ANY;
  }

  /** What follows from a text being equal to one of some values. */
  private Truth within(SqlNode node, KeyValues values) {
    if (values.hasAllTexts()) {
      return Truth.ANY;
    }
    Truth inside = texts.test(node, new KeyValues(values.texts(), false));
    return new Truth(inside.yes(), KeyValues.ALL, KeyValues.ALL);
  }

  private Truth same(SqlNode left, SqlNode right) {
    Value value = constants.evaluate(right);
    if (value.isNull()) {
      return texts.isNull(left);
    } else if (value.told()) {
      return oneSided(Comparison.EQUAL, left, right).isTrue();
    }
    Value other = constants.evaluate(left);
    return other.told() ? same(right, left) : Truth.ANY;
  }

  private Truth between(SqlCall call) {
    SqlBetweenOperator operator = (SqlBetweenOperator) call.getOperator();
    if (operator.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
      return Truth.ANY;
    }
    Truth within =
        comparison(Comparison.AT_LEAST, call.operand(0), call.operand(1))
            .and(comparison(Comparison.AT_MOST, call.operand(0), call.operand(2)));
    return operator.isNegated() ? within.not() : within;
  }

  private Truth in(SqlCall call) {
    if (!(call.operand(1) instanceof SqlNodeList values)) {
      return within(call.operand(0), domains.ofQuery(call.operand(1)));
    }
    List<String> known = new ArrayList<>();
    boolean hasNull = false;
    boolean hasOther = false;
    for (SqlNode node : values) {
      Value value = constants.evaluate(node);
      hasNull |= value.isNull();
      if (value.known() instanceof String text) {
        known.add(text);
      } else {
        hasOther |= !value.isNull();
      }
    }
    if (hasOther) {
      return call.getKind() == SqlKind.IN ? oneOf(call.operand(0), values) : Truth.ANY;
    }
    Truth found = texts.test(call.operand(0), KeyValues.of(known));
    return hasNull ? found.or(Truth.certain(null)) : found;
  }

  /** {@code x IN (a, b)} where some are no constants: {@code x = a OR x = b}. */
  private Truth oneOf(SqlNode operand, SqlNodeList values) {
    Truth found = Truth.certain(false);
    for (SqlNode value : values) {
      found = found.or(comparison(Comparison.EQUAL, operand, value));
      if (found.yes().isAll()) {
        return Truth.ANY;
      }
    }
    return found;
  }

  private Truth like(SqlCall call) {
    Value pattern = constants.evaluate(call.operand(1));
    Value escape = call.operandCount() > 2 ? constants.evaluate(call.operand(2)) : Value.of("");
    if (!(pattern.known() instanceof String shape) || !(escape.known() instanceof String mark)) {
      return Truth.ANY;
    }
    Optional<LikePattern> like = LikePattern.of(shape, mark);
    if (like.isEmpty()) {
      return Truth.ANY;
    }
    Truth matches = texts.test(call.operand(0), like.get().mayMatch(), like.get().mayDiffer());
    return ((SqlLikeOperator) call.getOperator()).isNegated() ? matches.not() : matches;
  }

  Truth choose(SqlCase call) {
    if (call.getValueOperand() != null) {
      return Truth.ANY;
    }
    SqlNode otherwise = call.getElseOperand();
    Truth result = otherwise == null ? Truth.certain(null) : of(otherwise);
    for (int i = call.getWhenOperands().size() - 1; i >= 0; i--) {
      Truth condition = of(call.getWhenOperands().get(i));
      result = condition.choose(of(call.getThenOperands().get(i)), result);
    }
    return result;
  }

  private Truth function(SqlCall call) {
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    if (name.equals("starts_with") && call instanceof SqlBasicCall) {
      return constants.evaluate(call.operand(1)).known() instanceof String prefix
          ? texts.test(call.operand(0), KeyValues.of(new KeyText(prefix).extensions()))
          : Truth.ANY;
    } else if (name.equals("if")) {
      Truth otherwise = call.operandCount() > 2 ? of(call.operand(2)) : Truth.certain(null);
      return of(call.operand(0)).choose(of(call.operand(1)), otherwise);
    }
    return Truth.ANY;
  }
}
