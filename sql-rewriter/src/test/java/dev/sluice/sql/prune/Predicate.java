package dev.sluice.sql.prune;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random condition as SQL text, together with what it means, in three-valued logic. */
record Predicate(String sql, Meaning meaning) {

  /** One row of {@code web.visits}. */
  record Row(Map<String, String> keys, @Nullable Integer n) {}

  interface Meaning {
    @Nullable Boolean of(Row row);
  }

  @Nullable Boolean holds(Row row) {
    return meaning.of(row);
  }

  static Predicate random(Random random, int depth, List<String> values) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random, values);
    }
    Predicate left = random(random, depth - 1, values);
    if (random.nextInt(5) == 0) {
      return new Predicate("NOT (" + left.sql() + ")", row -> not(left.holds(row)));
    }
    Predicate right = random(random, depth - 1, values);
    return random.nextBoolean()
        ? new Predicate(
            "(" + left.sql() + ") AND (" + right.sql() + ")",
            row -> and(left.holds(row), right.holds(row)))
        : new Predicate(
            "(" + left.sql() + ") OR (" + right.sql() + ")",
            row -> not(and(not(left.holds(row)), not(right.holds(row)))));
  }

  private static Predicate leaf(Random random, List<String> values) {
    String key = random.nextInt(3) == 0 ? "region" : "datetime";
    String a = values.get(random.nextInt(values.size()));
    String b = values.get(random.nextInt(values.size()));
    return switch (random.nextInt(10)) {
      case 0, 1 -> comparison(random, key, a);
      case 2 -> reversed(random, key, a);
      case 3 ->
          new Predicate(
              key + " BETWEEN " + quote(a) + " AND " + quote(b),
              row -> compare(key(row, key), a) >= 0 && compare(key(row, key), b) <= 0);
      case 4 ->
          new Predicate(
              key + " NOT BETWEEN " + quote(a) + " AND " + quote(b),
              row -> compare(key(row, key), a) < 0 || compare(key(row, key), b) > 0);
      case 5 ->
          new Predicate(
              key + " IN (" + quote(a) + ", " + quote(b) + ")",
              row -> key(row, key).equals(a) || key(row, key).equals(b));
      case 6 -> like(random, key, a, b);
      case 7 ->
          new Predicate("n = 1", row -> row.n() == null ? null : Boolean.valueOf(row.n() == 1));
      case 8 ->
          random.nextBoolean()
              ? new Predicate(key + " = NULL", row -> null)
              : new Predicate(
                  key + " IN (" + quote(a) + ", NULL)",
                  row -> key(row, key).equals(a) ? Boolean.TRUE : null);
      default ->
          new Predicate(
              "lower(" + key + ") = " + quote("a"),
              row -> key(row, key).equals("a") || key(row, key).equals("A"));
    };
  }

  private static Predicate comparison(Random random, String key, String a) {
    String operator = operator(random);
    return new Predicate(
        key + " " + operator + " " + quote(a), row -> judge(operator, compare(key(row, key), a)));
  }

  private static Predicate reversed(Random random, String key, String a) {
    String operator = operator(random);
    return new Predicate(
        quote(a) + " " + operator + " " + key, row -> judge(operator, compare(a, key(row, key))));
  }

  private static String operator(Random random) {
    return List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
  }

  private static boolean judge(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Predicate like(Random random, String key, String a, String b) {
    String pattern =
        switch (random.nextInt(4)) {
          case 0 -> a + "%";
          case 1 -> a + "_";
          case 2 -> a + "%" + b;
          default -> a;
        };
    boolean negated = random.nextInt(4) == 0;
    return new Predicate(
        key + (negated ? " NOT LIKE " : " LIKE ") + quote(pattern),
        row -> negated != matches(key(row, key).codePoints().toArray(), 0, pattern, 0));
  }

  /** LIKE without an escape, character by character. */
  private static boolean matches(int[] text, int at, String pattern, int from) {
    if (from == pattern.length()) {
      return at == text.length;
    }
    int next = pattern.codePointAt(from);
    int after = from + Character.charCount(next);
    if (next == '%') {
      return matches(text, at, pattern, after)
          || (at < text.length && matches(text, at + 1, pattern, from));
    }
    return at < text.length
        && (next == '_' || next == text[at])
        && matches(text, at + 1, pattern, after);
  }

  private static String key(Row row, String key) {
    return row.keys().getOrDefault(key, "");
  }

  /** By UTF-8 bytes, said once more without any of the code under test. */
  static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String quote(String value) {
    return "'" + value.replace("'", "''") + "'";
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
