package dev.sluice.sql.prune;

import com.google.common.collect.Range;
import dev.sluice.KeyRanges;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** The comparisons of SQL, texts by UTF-8 bytes. */
enum Comparison {
  EQUAL(order -> order == 0),
  NOT_EQUAL(order -> order != 0),
  LESS(order -> order < 0),
  AT_MOST(order -> order <= 0),
  GREATER(order -> order > 0),
  AT_LEAST(order -> order >= 0);

  private final IntPredicate holds;

  Comparison(IntPredicate holds) {
    this.holds = holds;
  }

  static Comparison of(SqlKind kind) {
    return find(kind).orElseThrow(() -> new IllegalArgumentException(kind.toString()));
  }

  static Optional<Comparison> find(SqlKind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case EQUALS -> EQUAL;
          case NOT_EQUALS -> NOT_EQUAL;
          case LESS_THAN -> LESS;
          case LESS_THAN_OR_EQUAL -> AT_MOST;
          case GREATER_THAN -> GREATER;
          case GREATER_THAN_OR_EQUAL -> AT_LEAST;
          default -> null;
        });
  }

  /** The one that says the same with its sides changed over. */
  Comparison reversed() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  /** The one that is true where this one is false. */
  Comparison negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
    };
  }

  /** The texts of which it is true, beside {@code bound} on the right. */
  KeyValues texts(String bound) {
    KeyText text = new KeyText(bound);
    return switch (this) {
      case EQUAL -> KeyValues.of(bound);
      case NOT_EQUAL -> KeyValues.of(bound).otherTexts();
      case LESS -> KeyValues.of(Range.lessThan(text));
      case AT_MOST -> KeyValues.of(Range.atMost(text));
      case GREATER -> KeyValues.of(Range.greaterThan(text));
      case AT_LEAST -> KeyValues.of(Range.atLeast(text));
    };
  }

  Value compare(Value left, Value right) {
    if (left.isNull() || right.isNull()) {
      return left.told() && right.told() ? Value.NULL : Value.UNTOLD;
    } else if (!left.told() || !right.told()) {
      return Value.UNTOLD;
    }
    OptionalInt order = order(left.known(), right.known());
    return order.isPresent() ? Value.of(holds.test(order.getAsInt())) : Value.UNTOLD;
  }

  private static OptionalInt order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String one && right instanceof String other) {
      return OptionalInt.of(KeyRanges.compare(one, other));
    } else if (left instanceof Long one && right instanceof Long other) {
      return OptionalInt.of(one.compareTo(other));
    } else if (left instanceof LocalDate one && right instanceof LocalDate other) {
      return OptionalInt.of(one.compareTo(other));
    } else if (left instanceof LocalDateTime one && right instanceof LocalDateTime other) {
      return OptionalInt.of(one.compareTo(other));
    } else if (left instanceof Boolean one && right instanceof Boolean other) {
      return OptionalInt.of(one.compareTo(other));
    }
    return OptionalInt.empty();
  }
}
