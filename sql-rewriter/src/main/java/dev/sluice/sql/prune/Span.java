package dev.sluice.sql.prune;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * One of the values between two, which one cannot be told: what a clock shows, and what is made of
 * it. It is never NULL.
 *
 * @param least included, as is {@code most}, of the same type and not above it
 */
record Span(Object least, Object most) {

  /** The values between two, whichever is the lower; the value itself where they are the same. */
  static Value between(Value one, Value other) {
    Object from = one.known();
    Object to = other.known();
    if (from == null || to == null || from.getClass() != to.getClass()) {
      return Value.UNTOLD;
    }
    OptionalInt order = Comparison.order(from, to);
    if (order.isEmpty()) {
      return Value.UNTOLD;
    } else if (order.getAsInt() == 0) {
      return one;
    }
    return Value.of(order.getAsInt() < 0 ? new Span(from, to) : new Span(to, from));
  }

  /** The lowest that a value may be. */
  static Value least(Value value) {
    return value.known() instanceof Span span ? Value.of(span.least) : value;
  }

  /** The highest that a value may be. */
  static Value most(Value value) {
    return value.known() instanceof Span span ? Value.of(span.most) : value;
  }

  static boolean is(Value value) {
    return value.known() instanceof Span;
  }

  /** What a function makes of a value, which must go up, or down, steadily as the value goes up. */
  static Value map(Value value, UnaryOperator<Value> steady) {
    return is(value)
        ? between(steady.apply(least(value)), steady.apply(most(value)))
        : steady.apply(value);
  }
}
