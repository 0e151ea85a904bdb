package dev.sluice.tests;

import java.util.List;
import java.util.Random;

/**
 * Random queries over {@code web.visits} and {@code web.users}: joins of every kind, subqueries,
 * WITH, VALUES, PIVOT, samples, set operators, groups, windows and limits. Each relation in them
 * yields id, name, datetime.
 */
final class RandomQuery {
  private static final List<String> TEXTS = List.of("a", "b", "c", "x");

  private static final String PIVOT =
      "(SELECT a AS id, 'n' AS name, datetime FROM (SELECT id, name, datetime FROM web.visits)"
          + " PIVOT (max(id) FOR name IN ('a', 'b')))";
  private static final String EXPANDED =
      "(SELECT max(CASE WHEN name = 'a' THEN id END) AS id, 'n' AS name, datetime FROM web.visits"
          + " GROUP BY datetime)";

  private final Random random;
  private int aliases;

  RandomQuery(Random random) {
    this.random = random;
  }

  /**
   * The same query for a database that has no PIVOT and no TABLESAMPLE; samples are of all rows.
   */
  static String plain(String query) {
    return query.replace(PIVOT, EXPANDED).replaceAll(" TABLESAMPLE BERNOULLI ?\\(100[.0]*\\)", "");
  }

  String next() {
    aliases = 0;
    int depth = 1 + random.nextInt(3);
    if (random.nextInt(4) == 0) {
      return "WITH w AS (" + query(depth) + ") " + body("w", depth);
    }
    return body("", depth);
  }

  private String body(String with, int depth) {
    String first = "q" + aliases;
    String query = "SELECT * FROM " + source(depth, with);
    return switch (random.nextInt(6)) {
      case 0 -> query;
      case 1 -> query + " WHERE " + exists(first);
      case 2 -> query + " WHERE (" + condition(first, depth) + ") AND " + exists(first);
      default -> query + " WHERE " + condition(first, depth);
    };
  }

  private String exists(String alias) {
    String not = random.nextBoolean() ? "NOT " : "";
    return not
        + "EXISTS (SELECT 1 FROM web.visits e WHERE e.datetime = "
        + alias
        + ".datetime AND "
        + leaf("e")
        + ")";
  }

  /** A FROM clause; its first item has the next alias. */
  private String source(int depth, String with) {
    String first = alias();
    String from = relation(depth, with) + " " + first;
    while (random.nextInt(3) == 0) {
      String second = alias();
      String join = List.of("JOIN", "LEFT JOIN", "RIGHT JOIN").get(random.nextInt(3));
      String column = List.of("id", "name", "datetime").get(random.nextInt(3));
      String other = column.equals("datetime") && random.nextBoolean() ? "name" : column;
      from +=
          " "
              + join
              + " "
              + relation(depth, with)
              + " "
              + second
              + " ON "
              + first
              + "."
              + column
              + " = "
              + second
              + "."
              + column
              + (random.nextBoolean() ? "" : " AND " + leaf(random.nextBoolean() ? first : second));
    }
    return from;
  }

  private String alias() {
    return "q" + aliases++;
  }

  private String relation(int depth, String with) {
    int kind = random.nextInt(9);
    if (!with.isEmpty() && kind < 2) {
      return with;
    } else if (depth > 0 && kind < 4) {
      return "(" + query(depth - 1) + ")";
    }
    return switch (kind) {
      case 4 -> "(SELECT id, name, country AS datetime FROM web.users)";
      case 5 -> "(SELECT id, name, datetime FROM web.visits)";
      case 6 -> random.nextBoolean() ? values() : PIVOT;
      case 7 -> "(SELECT id, name, datetime FROM web.visits TABLESAMPLE BERNOULLI (100))";
      default -> "web.visits";
    };
  }

  /** Rows of the query's own, in one of which the table may be read. */
  private String values() {
    String text = "'" + TEXTS.get(random.nextInt(TEXTS.size())) + "'";
    String read = "(SELECT max(v.datetime) FROM web.visits v WHERE " + leaf("v") + ")";
    return "(SELECT id, name, datetime FROM (VALUES (CAST(1 AS bigint), 'a', "
        + (random.nextBoolean() ? read : text)
        + "), (2, 'b', NULL)) AS v (id, name, datetime))";
  }

  private String query(int depth) {
    int mark = aliases;
    String from = source(depth, "");
    String q = "q" + mark;
    String columns = q + ".id, " + q + ".name, " + q + ".datetime";
    String where = random.nextInt(3) == 0 ? "" : " WHERE " + condition(q, 2);
    String plain = " FROM " + from + where;
    return switch (random.nextInt(10)) {
      case 0 -> "SELECT DISTINCT " + columns + plain;
      case 9 ->
          "SELECT "
              + columns
              + plain
              + " ORDER BY 3 NULLS LAST FETCH FIRST "
              + (1 + random.nextInt(3))
              + " ROWS WITH TIES";
      case 1 ->
          "SELECT "
              + columns
              + plain
              + " ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST LIMIT "
              + (1 + random.nextInt(5));
      case 2 ->
          "SELECT min("
              + q
              + ".id) AS id, max("
              + q
              + ".name) AS name, "
              + q
              + ".datetime"
              + plain
              + " GROUP BY "
              + q
              + ".datetime"
              + (random.nextBoolean() ? "" : " HAVING count(*) > 1 AND " + leaf(q, "datetime"));
      case 3 ->
          "SELECT count(*) OVER (PARTITION BY "
              + q
              + ".name) AS id, "
              + q
              + ".name, "
              + q
              + ".datetime"
              + plain;
      case 4 -> {
        String operator =
            List.of("UNION ALL", "UNION", "EXCEPT", "INTERSECT").get(random.nextInt(4));
        yield "SELECT "
            + columns
            + plain
            + " "
            + operator
            + " SELECT id, name, datetime FROM"
            + " web.visits WHERE "
            + leaf("visits");
      }
      case 5 ->
          "SELECT "
              + q
              + ".id, "
              + q
              + ".name, coalesce("
              + q
              + ".datetime, 'x') AS datetime"
              + plain;
      case 6 ->
          "SELECT max("
              + q
              + ".id) AS id, 'n' AS name, min("
              + q
              + ".datetime) AS datetime"
              + plain;
      default -> "SELECT " + columns + plain;
    };
  }

  private String condition(String alias, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return leaf(alias);
    }
    String left = condition(alias, depth - 1);
    String right = condition(alias, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> "NOT (" + left + ")";
      case 1, 2 -> "(" + left + ") OR (" + right + ")";
      default -> "(" + left + ") AND (" + right + ")";
    };
  }

  private String leaf(String alias) {
    return leaf(alias, random.nextInt(5) == 0 ? "name" : "datetime");
  }

  private String leaf(String alias, String column) {
    String name = alias + "." + column;
    String text = "'" + TEXTS.get(random.nextInt(TEXTS.size())) + "'";
    return switch (random.nextInt(9)) {
      case 0 -> name + " IS NULL";
      case 1 -> name + " IS NOT NULL";
      case 2 -> "coalesce(" + name + ", 'x') = " + text;
      case 3 -> name + " IN (" + text + ", 'b')";
      case 4 -> name + " IN (SELECT u.country FROM web.users u WHERE u.country >= " + text + ")";
      case 5 -> name + " <> " + text;
      case 6 -> "substr(" + name + ", 1, 1) = " + text;
      case 7 -> name + " >= " + text;
      default -> name + " = " + text;
    };
  }
}
