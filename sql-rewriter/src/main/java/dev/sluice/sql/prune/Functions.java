package dev.sluice.sql.prune;

import com.google.common.collect.ImmutableMap;
import dev.sluice.DataType;
import dev.sluice.sql.bind.Timestamps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The functions that are told of known arguments, meaning what they mean in Trino (Trino
 * documentation, functions/string, functions/math, functions/datetime, release 435).
 */
final class Functions {
  private Functions() {}

  /** Makes a value of as many arguments as the function takes, all known and none NULL. */
  private interface Form {
    Value of(List<Value> arguments, DataType type);
  }

  private record Known(int least, int most, Form form) {}

  private static final Map<String, Known> FUNCTIONS =
      ImmutableMap.<String, Known>builder()
          .put(
              "+",
              new Known(
                  2,
                  2,
                  (a, type) ->
                      isMove(a)
                          ? DateArithmetic.plus(a.get(0).known(), a.get(1).known())
                          : whole(() -> Math.addExact(n(a, 0), n(a, 1)), type)))
          .put(
              "-",
              new Known(
                  1,
                  2,
                  (a, type) ->
                      isMove(a)
                          ? DateArithmetic.minus(a.get(0).known(), a.get(1).known())
                          : whole(
                              () ->
                                  a.size() == 1
                                      ? Math.negateExact(n(a, 0))
                                      : Math.subtractExact(n(a, 0), n(a, 1)),
                              type)))
          .put(
              "*",
              new Known(2, 2, (a, type) -> whole(() -> Math.multiplyExact(n(a, 0), n(a, 1)), type)))
          .put("/", new Known(2, 2, (a, type) -> whole(() -> n(a, 0) / n(a, 1), type)))
          .put("%", new Known(2, 2, (a, type) -> whole(() -> n(a, 0) % n(a, 1), type)))
          .put("mod", new Known(2, 2, (a, type) -> whole(() -> n(a, 0) % n(a, 1), type)))
          .put("||", new Known(2, 2, (a, type) -> Texts.concat(a)))
          .put("concat", new Known(2, Integer.MAX_VALUE, (a, type) -> Texts.concat(a)))
          .put("substr", new Known(2, 3, (a, type) -> Texts.substr(a)))
          .put("lower", new Known(1, 1, (a, type) -> Texts.lower(s(a, 0))))
          .put("upper", new Known(1, 1, (a, type) -> Texts.upper(s(a, 0))))
          .put("length", new Known(1, 1, (a, type) -> Texts.length(s(a, 0))))
          .put("replace", new Known(3, 3, (a, type) -> Texts.replace(a)))
          .put("strpos", new Known(2, 2, (a, type) -> Texts.strpos(s(a, 0), s(a, 1))))
          .put("starts_with", new Known(2, 2, (a, type) -> Value.of(s(a, 0).startsWith(s(a, 1)))))
          .put("lpad", new Known(3, 3, (a, type) -> Texts.lpad(a)))
          .put("split_part", new Known(3, 3, (a, type) -> Texts.splitPart(a)))
          .put("date", new Known(1, 1, (a, type) -> Casts.of(a.get(0), DataType.Primitive.DATE)))
          .put("date_parse", new Known(2, 2, (a, type) -> DateTexts.parse(s(a, 0), s(a, 1))))
          .put(
              "date_format",
              new Known(
                  2,
                  2,
                  (a, type) ->
                      DateTexts.format(t(Span.least(a.get(0))), t(Span.most(a.get(0))), s(a, 1))))
          .put(
              "format_datetime",
              new Known(
                  2,
                  2,
                  (a, type) ->
                      KeyFormat.ofPattern(s(a, 1))
                          .map(
                              format ->
                                  DateTexts.format(
                                      t(Span.least(a.get(0))), t(Span.most(a.get(0))), format))
                          .orElse(Value.UNTOLD)))
          .put(
              "date_diff",
              new Known(
                  3, 3, (a, type) -> DateArithmetic.between(s(a, 0), t(a.get(1)), t(a.get(2)))))
          .put(
              "date_add",
              new Known(3, 3, (a, type) -> DateArithmetic.add(s(a, 0), n(a, 1), a.get(2).known())))
          .put("year", part("year"))
          .put("quarter", part("quarter"))
          .put("month", part("month"))
          .put("day", part("day"))
          .put("hour", part("hour"))
          .put(
              "date_trunc",
              new Known(
                  2,
                  2,
                  (a, type) -> DateTexts.truncate(s(a, 0).toLowerCase(Locale.ROOT), a.get(1))))
          .build();

  /** How many digits of a second a time here has. */
  private static final int NANOSECONDS = 9;

  /** Those whose value goes up, or down, steadily with each of its arguments. */
  private static final Set<String> STEADY =
      Set.of("+", "-", "date", "date_add", "date_diff", "date_trunc", "year");

  private static Known part(String name) {
    return new Known(1, 1, (a, type) -> DateArithmetic.part(name, a.get(0)));
  }

  private static boolean isMove(List<Value> arguments) {
    return arguments.size() == 2
        && arguments.stream().anyMatch(value -> DateArithmetic.isInterval(value.known()));
  }

  /** What the call of a scalar function is. */
  static Value call(String name, List<Value> arguments, DataType type) {
    if (name.equals("nullif")) {
      Value same = Comparison.EQUAL.compare(arguments.get(0), arguments.get(1));
      return arguments.get(0).isNull()
          ? Value.NULL
          : same.told() ? (same.isTrue() ? Value.NULL : arguments.get(0)) : Value.UNTOLD;
    } else if (name.equals("if")) {
      return choose(arguments);
    }
    Known function = FUNCTIONS.get(name);
    if (function == null || arguments.size() < function.least || arguments.size() > function.most) {
      return Value.UNTOLD;
    }
    boolean hasNull = false;
    for (Value argument : arguments) {
      if (!argument.told()) {
        return Value.UNTOLD;
      }
      hasNull |= argument.isNull();
    }
    if (hasNull) {
      return Value.NULL;
    }
    try {
      return rounded(
          STEADY.contains(name)
              ? steady(function.form, arguments, type)
              : function.form.of(arguments, type),
          type);
    } catch (ArithmeticException | ClassCastException e) {
      // The engine would fail, or takes arguments of other types.
      return Value.UNTOLD;
    }
  }

  /** A time finer than its type is rounded by the engine, and not told here. */
  private static Value rounded(Value value, DataType type) {
    boolean isFiner =
        value.known() instanceof LocalDateTime time
            && time.getNano() > 0
            && Timestamps.isTimestamp(type)
            && BigDecimal.valueOf(time.getNano(), NANOSECONDS).stripTrailingZeros().scale()
                > Timestamps.digits(type);
    return isFiner ? Value.UNTOLD : value;
  }

  /** Of several spans nothing is told: they may be of one clock, and go up together. */
  private static Value steady(Form form, List<Value> arguments, DataType type) {
    List<Integer> spans =
        IntStream.range(0, arguments.size())
            .filter(i -> Span.is(arguments.get(i)))
            .boxed()
            .toList();
    if (spans.size() != 1) {
      return spans.isEmpty() ? form.of(arguments, type) : Value.UNTOLD;
    }
    int index = spans.get(0);
    // On the last days of a month a later time may become an earlier one; whole days do not.
    Value span = arguments.get(index);
    return Span.map(
        DateArithmetic.isByMonths(arguments) ? Span.wholeDays(span) : span,
        one -> {
          List<Value> changed = new ArrayList<>(arguments);
          changed.set(index, one);
          return form.of(changed, type);
        });
  }

  private static Value choose(List<Value> arguments) {
    if (!arguments.get(0).told()) {
      return Value.UNTOLD;
    } else if (arguments.get(0).isTrue()) {
      return arguments.get(1);
    }
    return arguments.size() > 2 ? arguments.get(2) : Value.NULL;
  }

  private interface Arithmetic {
    long result();
  }

  private static Value whole(Arithmetic arithmetic, DataType type) {
    return Casts.whole(arithmetic.result(), type);
  }

  static String s(List<Value> arguments, int index) {
    return known(arguments, index, String.class);
  }

  static long n(List<Value> arguments, int index) {
    return known(arguments, index, Long.class);
  }

  private static LocalDateTime t(Value value) {
    return value.known() instanceof LocalDate date
        ? date.atStartOfDay()
        : known(value, LocalDateTime.class);
  }

  private static <T> T known(List<Value> arguments, int index, Class<T> type) {
    return known(arguments.get(index), type);
  }

  private static <T> T known(Value value, Class<T> type) {
    Object known = value.known();
    if (known == null) {
      throw new ClassCastException("NULL");
    }
    return type.cast(known);
  }
}
