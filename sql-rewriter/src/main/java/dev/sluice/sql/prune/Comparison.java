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
    return texts(bound, bound);
  }

  /** The texts of which it may be true, beside one from {@code least} to {@code most}. */
  KeyValues texts(String least, String most) {
    KeyText from = new KeyText(least);
    KeyText to = new KeyText(most);
    return switch (this) {
      case EQUAL -> KeyValues.of(Range.closed(from, to));
      case NOT_EQUAL -> least.equals(most) ? KeyValues.of(least).otherTexts() : KeyValues.TEXTS;
      case LESS -> KeyValues.of(Range.lessThan(to));
      case AT_MOST -> KeyValues.of(Range.atMost(to));
      case GREATER -> KeyValues.of(Range.greaterThan(from));
      case AT_LEAST -> KeyValues.of(Range.atLeast(from));
    };
  }

  Value compare(Value left, Value right) {
    if (left.isNull() || right.isNull()) {
      return left.told() && right.told() ? Value.NULL : Value.UNTOLD;
    } else if (!left.told() || !right.told()) {
      return Value.UNTOLD;
    }
    OptionalInt lowest = order(Span.least(left).known(), Span.most(right).known());
    OptionalInt highest = order(Span.most(left).known(), Span.least(right).known());
    if (lowest.isEmpty() || highest.isEmpty()) {
      return Value.UNTOLD;
    }
    int to = Integer.signum(highest.getAsInt());
    boolean all = true;
    boolean some = false;
    for (int order = Integer.signum(lowest.getAsInt()); order <= to; order++) {
      all &= holds.test(order);
      some |= holds.test(order);
    }
    return all ? Value.TRUE : some ? Value.UNTOLD : Value.FALSE;
  }

  /** A date beside a timestamp is its midnight. */
  static OptionalInt order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof LocalDate date && right instanceof LocalDateTime) {
      return order(date.atStartOfDay(), right);
    } else if (left instanceof LocalDateTime && right instanceof LocalDate date) {
      return order(left, date.atStartOfDay());
    } else if (left instanceof String one && right instanceof String other) {
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
