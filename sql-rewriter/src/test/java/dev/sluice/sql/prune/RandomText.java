package dev.sluice.sql.prune;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random expression of type text as SQL, together with what it means. */
record RandomText(String sql, Meaning meaning) {

  interface Meaning {
    @Nullable String of(Predicate.Row row);
  }

  @Nullable String of(Predicate.Row row) {
    return meaning.of(row);
  }

  static RandomText key(Random random) {
    String key = random.nextInt(3) == 0 ? "region" : "datetime";
    return new RandomText(key, row -> row.keys().get(key));
  }

  static RandomText literal(String value) {
    return new RandomText(Predicate.quote(value), row -> value);
  }

  static RandomText random(Random random, int depth, List<String> values) {
    String value = values.get(random.nextInt(values.size()));
    if (depth == 0) {
      return random.nextInt(4) == 0 ? literal(value) : key(random);
    }
    RandomText inner = random(random, depth - 1, values);
    return switch (random.nextInt(9)) {
      case 0, 1 -> beginning(inner, 1 + random.nextInt(3));
      case 2 ->
          new RandomText(
              Predicate.quote(value) + " || " + inner.sql,
              row -> inner.of(row) == null ? null : value + inner.of(row));
      case 3 ->
          new RandomText(
              "concat(" + inner.sql + ", " + Predicate.quote(value) + ")",
              row -> inner.of(row) == null ? null : inner.of(row) + value);
      case 4 ->
          new RandomText(
              "coalesce(" + inner.sql + ", " + Predicate.quote(value) + ")",
              row -> inner.of(row) == null ? value : inner.of(row));
      case 5 -> choice(random, depth, values, inner);
      case 6 ->
          new RandomText(
              "nullif(" + inner.sql + ", " + Predicate.quote(value) + ")",
              row -> value.equals(inner.of(row)) ? null : inner.of(row));
      case 7 ->
          new RandomText(
              "replace(" + inner.sql + ", 'a', 'b')",
              row -> {
                String text = inner.of(row);
                return text == null ? null : text.replace("a", "b");
              });
      default -> new RandomText("CAST(" + inner.sql + " AS varchar)", inner.meaning);
    };
  }

  private static RandomText beginning(RandomText inner, int length) {
    return new RandomText(
        "substr(" + inner.sql + ", 1, " + length + ")",
        row -> {
          String text = inner.of(row);
          if (text == null) {
            return null;
          }
          int[] characters = text.codePoints().toArray();
          return new String(characters, 0, Math.min(length, characters.length));
        });
  }

  private static RandomText choice(
      Random random, int depth, List<String> values, RandomText inner) {
    Predicate condition = Predicate.random(random, depth - 1, values);
    RandomText otherwise = random(random, depth - 1, values);
    Meaning meaning =
        row -> Boolean.TRUE.equals(condition.holds(row)) ? inner.of(row) : otherwise.of(row);
    return random.nextBoolean()
        ? new RandomText(
            "CASE WHEN "
                + condition.sql()
                + " THEN "
                + inner.sql
                + " ELSE "
                + otherwise.sql
                + " END",
            meaning)
        : new RandomText(
            "if(" + condition.sql() + ", " + inner.sql + ", " + otherwise.sql + ")", meaning);
  }
}
