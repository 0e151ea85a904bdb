package dev.sluice.sql.prune;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A random condition that asks the clock as SQL, together with what it is of a row at a time. */
record ClockPredicate(String sql, Meaning meaning) {

  interface Meaning {
    @Nullable Boolean of(Predicate.Row row, LocalDateTime now);
  }

  @Nullable Boolean holds(Predicate.Row row, LocalDateTime now) {
    return meaning.of(row, now);
  }

  static ClockPredicate random(Random random, int depth, List<String> values) {
    if (depth <= 0 || random.nextInt(4) == 0) {
      return leaf(random, values);
    }
    ClockPredicate one = random(random, depth - 1, values);
    ClockPredicate other = random(random, depth - 1, values);
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          new ClockPredicate("NOT (" + one.sql + ")", (row, now) -> not(one.holds(row, now)));
      case 2 ->
          new ClockPredicate(
              "(" + one.sql + ") IS NULL", (row, now) -> one.holds(row, now) == null);
      case 3 ->
          new ClockPredicate(
              "(" + one.sql + ") IS NOT TRUE",
              (row, now) -> !Boolean.TRUE.equals(one.holds(row, now)));
      case 4 ->
          new ClockPredicate(
              "CASE WHEN " + one.sql + " THEN " + other.sql + " END",
              (row, now) ->
                  Boolean.TRUE.equals(one.holds(row, now)) ? other.holds(row, now) : null);
      case 5, 6 -> joined("OR", one, other, (a, b) -> not(and(not(a), not(b))));
      default -> joined("AND", one, other, ClockPredicate::and);
    };
  }

  private static ClockPredicate joined(
      String word,
      ClockPredicate one,
      ClockPredicate other,
      BinaryOperator<@Nullable Boolean> meaning) {
    return new ClockPredicate(
        "(" + one.sql + ") " + word + " (" + other.sql + ")",
        (row, now) -> meaning.apply(one.holds(row, now), other.holds(row, now)));
  }

  private static ClockPredicate leaf(Random random, List<String> values) {
    String key = random.nextInt(4) == 0 ? "region" : "datetime";
    ClockText<String> text = ClockText.text(random);
    String value = values.get(random.nextInt(values.size()));
    String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
    IntPredicate holds = order -> judge(operator, order);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> keyAndText(key, operator, text, holds);
      case 3 ->
          new ClockPredicate(
              text.sql() + " " + operator + " " + key,
              (row, now) -> compared(text.at(now), row.keys().get(key), holds));
      case 4 -> in(key, text, value, random.nextBoolean());
      case 5 ->
          new ClockPredicate(
              key + " IS NOT DISTINCT FROM " + text.sql(),
              (row, now) -> text.at(now).equals(row.keys().get(key)));
      case 6 -> dates(random, operator, holds);
      case 7 -> hours(random, operator, holds);
      case 8 -> constant(random, operator, holds, value);
      default -> {
        Predicate plain = Predicate.random(random, 0, values);
        yield new ClockPredicate(plain.sql(), (row, now) -> plain.holds(row));
      }
    };
  }

  private static ClockPredicate keyAndText(
      String key, String operator, ClockText<String> text, IntPredicate holds) {
    return new ClockPredicate(
        key + " " + operator + " " + text.sql(),
        (row, now) -> compared(row.keys().get(key), text.at(now), holds));
  }

  private static ClockPredicate in(
      String key, ClockText<String> text, String value, boolean negated) {
    return new ClockPredicate(
        key + (negated ? " NOT" : "") + " IN (" + Predicate.quote(value) + ", " + text.sql() + ")",
        (row, now) -> {
          String known = row.keys().get(key);
          return known == null
              ? null
              : Boolean.valueOf(negated != (known.equals(value) || known.equals(text.at(now))));
        });
  }

  /** A key that is no date makes TRY_CAST's NULL. */
  private static ClockPredicate dates(Random random, String operator, IntPredicate holds) {
    ClockText<LocalDate> date = ClockText.date(random);
    String cast = "TRY_CAST(datetime AS date)";
    if (random.nextBoolean()) {
      return new ClockPredicate(
          cast + " " + operator + " " + date.sql(),
          (row, now) -> {
            LocalDate known = date(row);
            return known == null
                ? null
                : Boolean.valueOf(holds.test(known.compareTo(date.at(now))));
          });
    }
    int days = random.nextInt(5) - 2;
    return new ClockPredicate(
        "date_diff('day', " + cast + ", " + date.sql() + ") " + operator + " " + days,
        (row, now) -> {
          LocalDate known = date(row);
          return known == null
              ? null
              : Boolean.valueOf(
                  holds.test(Long.compare(ChronoUnit.DAYS.between(known, date.at(now)), days)));
        });
  }

  private static @Nullable LocalDate date(Predicate.Row row) {
    String text = row.keys().get("datetime");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ClockPredicate hours(Random random, String operator, IntPredicate holds) {
    ClockText<LocalDateTime> time = ClockText.time(random);
    return new ClockPredicate(
        "hour " + operator + " hour(" + time.sql() + ")",
        (row, now) -> holds.test(Integer.compare(row.hour(), time.at(now).getHour())));
  }

  /** What no row says anything to. */
  private static ClockPredicate constant(
      Random random, String operator, IntPredicate holds, String value) {
    ClockText<String> text = ClockText.text(random);
    return new ClockPredicate(
        text.sql() + " " + operator + " " + Predicate.quote(value),
        (row, now) -> compared(text.at(now), value, holds));
  }

  private static @Nullable Boolean compared(
      @Nullable String left, @Nullable String right, IntPredicate holds) {
    return left == null || right == null
        ? null
        : Boolean.valueOf(holds.test(Predicate.compare(left, right)));
  }

  static boolean judge(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static @Nullable Boolean not(@Nullable Boolean value) {
    return value == null ? null : Boolean.valueOf(!value);
  }

  private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return false;
    }
    return left == null || right == null ? null : Boolean.TRUE;
  }
}
