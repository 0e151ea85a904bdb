package dev.sluice.sql.prune;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is, as far as it can be told: a text, a whole number (Long), a Boolean, a
 * LocalDate, a LocalDateTime, a Period or a Duration, NULL, a {@link Span} of such values; or it
 * cannot be told, since it depends on more than is known or is an error.
 *
 * @param known meaningful only if {@code told}
 */
record Value(boolean told, @Nullable Object known) {
  static final Value UNTOLD = new Value(false, null);
  static final Value NULL = new Value(true, null);
  static final Value TRUE = new Value(true, true);
  static final Value FALSE = new Value(true, false);

  static Value of(Object known) {
    return new Value(true, known);
  }

  static Value of(boolean known) {
    return known ? TRUE : FALSE;
  }

  boolean isNull() {
    return told && known == null;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(known);
  }

  boolean isFalse() {
    return Boolean.FALSE.equals(known);
  }

  /** Whether a condition of this value lets a row through, or may. */
  boolean mayBeTrue() {
    return !told || isTrue();
  }

  /** What a function makes of a value of type {@code T}; NULL of NULL. */
  <T> Value map(Class<T> type, Function<T, Value> function) {
    if (!told || known == null) {
      return this;
    }
    return type.isInstance(known) ? function.apply(type.cast(known)) : UNTOLD;
  }

  Value not() {
    return map(Boolean.class, truth -> of(!truth));
  }

  /** Three-valued AND of conditions. */
  Value and(Value other) {
    if (isFalse() || other.isFalse()) {
      return FALSE;
    } else if (!told || !other.told) {
      return UNTOLD;
    }
    return isNull() || other.isNull() ? NULL : TRUE;
  }

  Value or(Value other) {
    return not().and(other.not()).not();
  }
}
