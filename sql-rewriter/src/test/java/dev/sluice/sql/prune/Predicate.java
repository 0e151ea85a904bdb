package dev.sluice.sql.prune;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random condition as SQL text, together with what it means, in three-valued logic. */
record Predicate(String sql, Meaning meaning) {

  /**
   * One row of {@code web.visits}.
   *
   * @param keys values of text keys; a missing one is NULL
   */
  record Row(Map<String, String> keys, @Nullable Integer n, int hour) {}

  interface Meaning {
    @Nullable Boolean of(Row row);
  }

  @Nullable Boolean holds(Row row) {
    return meaning.of(row);
  }

  /** A condition on {@code datetime}, and perhaps {@code hour}, alone. */
  static Predicate ofTime(Random random, int depth, List<String> values) {
    Predicate predicate;
    do {
      predicate = random(random, depth, values);
    } while (predicate.sql().contains("region") || predicate.sql().matches(".*\\bn = 1.*"));
    return predicate;
  }

  static Predicate random(Random random, int depth, List<String> values) {
    if (depth <= 0 || random.nextInt(4) == 0) {
      return leaf(random, values);
    }
    Predicate left = random(random, depth - 1, values);
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Predicate("NOT (" + left.sql() + ")", row -> not(left.holds(row)));
      case 2 -> asked(random, left);
      case 3 -> chosen(left, random(random, depth - 1, values), random(random, depth - 1, values));
      case 4, 5, 6 -> {
        Predicate right = random(random, depth - 1, values);
        yield new Predicate(
            "(" + left.sql() + ") AND (" + right.sql() + ")",
            row -> and(left.holds(row), right.holds(row)));
      }
      default -> {
        Predicate right = random(random, depth - 1, values);
        yield new Predicate(
            "(" + left.sql() + ") OR (" + right.sql() + ")",
            row -> not(and(not(left.holds(row)), not(right.holds(row)))));
      }
    };
  }

  private static Predicate asked(Random random, Predicate inner) {
    return switch (random.nextInt(4)) {
      case 0 -> new Predicate("(" + inner.sql() + ") IS NULL", row -> inner.holds(row) == null);
      case 1 ->
          new Predicate(
              "(" + inner.sql() + ") IS NOT TRUE", row -> !Boolean.TRUE.equals(inner.holds(row)));
      case 2 ->
          new Predicate(
              "(" + inner.sql() + ") IS FALSE", row -> Boolean.FALSE.equals(inner.holds(row)));
      default ->
          new Predicate(
              "coalesce(" + inner.sql() + ", true)",
              row -> !Boolean.FALSE.equals(inner.holds(row)));
    };
  }

  private static Predicate chosen(Predicate condition, Predicate then, Predicate otherwise) {
    return new Predicate(
        "CASE WHEN "
            + condition.sql()
            + " THEN "
            + then.sql()
            + " ELSE "
            + otherwise.sql()
            + " END",
        row -> Boolean.TRUE.equals(condition.holds(row)) ? then.holds(row) : otherwise.holds(row));
  }

  private static Predicate leaf(Random random, List<String> values) {
    RandomText text = RandomText.random(random, random.nextInt(3), values);
    String a = values.get(random.nextInt(values.size()));
    String b = values.get(random.nextInt(values.size()));
    return switch (random.nextInt(12)) {
      case 0, 1 -> comparison(random, text, RandomText.literal(a));
      case 2 -> comparison(random, RandomText.literal(a), text);
      case 3 -> comparison(random, text, RandomText.random(random, 1, values));
      case 4 -> between(random.nextBoolean(), text, a, b);
      case 5 -> in(random.nextInt(3), text, a, b);
      case 6, 7 -> like(random, text, a, b);
      case 8 ->
          random.nextBoolean()
              ? new Predicate(
                  "n = 1", row -> row.n() == null ? null : Boolean.valueOf(row.n() == 1))
              : new Predicate("hour + 1 < 5", row -> row.hour() + 1 < 5);
      case 9 ->
          random.nextBoolean()
              ? new Predicate(text.sql() + " = NULL", row -> null)
              : new Predicate(text.sql() + " IS NULL", row -> text.of(row) == null);
      case 10 -> distinct(random.nextBoolean(), text, a);
      default ->
          new Predicate(
              "starts_with(" + text.sql() + ", " + quote(a) + ")",
              row -> {
                String value = text.of(row);
                return value == null ? null : Boolean.valueOf(value.startsWith(a));
              });
    };
  }

  private static Predicate comparison(Random random, RandomText left, RandomText right) {
    String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
    return new Predicate(
        left.sql() + " " + operator + " " + right.sql(),
        row -> {
          String one = left.of(row);
          String other = right.of(row);
          return one == null || other == null
              ? null
              : Boolean.valueOf(judge(operator, compare(one, other)));
        });
  }

  private static Predicate between(boolean negated, RandomText text, String a, String b) {
    return new Predicate(
        text.sql() + (negated ? " NOT" : "") + " BETWEEN " + quote(a) + " AND " + quote(b),
        row -> {
          String value = text.of(row);
          return value == null
              ? null
              : Boolean.valueOf(negated != (compare(value, a) >= 0 && compare(value, b) <= 0));
        });
  }

  /** IN two values, in one and NULL, or in neither of two. */
  private static Predicate in(int kind, RandomText text, String a, String b) {
    String list = "(" + quote(a) + ", " + (kind == 1 ? "NULL" : quote(b)) + ")";
    return new Predicate(
        text.sql() + (kind == 2 ? " NOT" : "") + " IN " + list,
        row -> {
          String value = text.of(row);
          if (value == null) {
            return null;
          } else if (kind == 1) {
            return value.equals(a) ? Boolean.TRUE : null;
          }
          return (kind == 2) != (value.equals(a) || value.equals(b));
        });
  }

  private static Predicate distinct(boolean negated, RandomText text, String a) {
    return new Predicate(
        text.sql() + " IS " + (negated ? "NOT " : "") + "DISTINCT FROM " + quote(a),
        row -> negated == a.equals(text.of(row)));
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

  /** Half of them with an escape before every character that is one of the two special ones. */
  private static Predicate like(Random random, RandomText text, String a, String b) {
    String tail =
        switch (random.nextInt(4)) {
          case 0 -> "%";
          case 1 -> "_";
          case 2 -> "%" + b;
          default -> "";
        };
    boolean escaped = random.nextBoolean();
    String shown = escaped ? a.replace("~", "~~").replace("%", "~%").replace("_", "~_") : a;
    boolean negated = random.nextInt(4) == 0;
    String plain = escaped ? hidden(a) + tail : a + tail;
    String tailShown = escaped ? tail.replace("~", "~~") : tail;
    return new Predicate(
        text.sql()
            + (negated ? " NOT LIKE " : " LIKE ")
            + quote(shown + tailShown)
            + (escaped ? " ESCAPE '~'" : ""),
        row -> {
          String value = text.of(row);
          return value == null
              ? null
              : Boolean.valueOf(negated != matches(value.codePoints().toArray(), 0, plain, 0));
        });
  }

  /** Special characters as private ones, which {@link #matches} takes for themselves. */
  private static String hidden(String text) {
    return text.replace('%', '\uF8FE').replace('_', '\uF8FF');
  }

  /** LIKE, character by character. */
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
    int meant = next == '\uF8FE' ? '%' : next == '\uF8FF' ? '_' : next;
    return at < text.length
        && (next == '_' || meant == text[at])
        && matches(text, at + 1, pattern, after);
  }

  /** By UTF-8 bytes, said once more without any of the code under test. */
  static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  static String quote(String value) {
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
