package dev.sluice.sql.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.QueryLimits;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestDialect;
import dev.sluice.sql.parse.QueryParser;
import java.util.List;
import java.util.Random;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed means what was read: it parses to the same tree, and prints the same again. */
class RoundTripTest {
  private final QueryParser parser = new QueryParser(QueryLimits.DEFAULT);

  @Test
  void randomExpressionsKeepTheirTree() {
    Random random = new Random(42);
    for (int i = 0; i < 3000; i++) {
      String expression = random.nextBoolean() ? number(random, 4) : condition(random, 4);
      String sql = "SELECT " + expression + " AS x FROM web.events AS e";
      String printed = Queries.rewritten(sql, TestDialect.plain("plain")).query().sql();
      SqlNode expected = parser.parse(sql);
      assertThat(expected.equalsDeep(parser.parse(printed), Litmus.IGNORE))
          .describedAs("%s%n became%n%s", sql, printed)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM web.users",
        "SELECT DISTINCT name FROM web.users ORDER BY name LIMIT 3 OFFSET 2",
        "SELECT name AS n FROM web.events ORDER BY lower(n) DESC NULLS FIRST, n",
        "WITH a AS (SELECT id FROM web.users), b (x) AS (SELECT id FROM a) SELECT x FROM b ORDER BY 1",
        "SELECT 1 FROM web.users u WHERE EXISTS (SELECT 1 FROM web.visits v WHERE v.id = u.id)",
        "SELECT (SELECT max(id) FROM web.users) + 1 FROM web.events",
        "SELECT 1 FROM web.users WHERE id NOT IN (SELECT id FROM web.visits)",
        "(SELECT id FROM web.users ORDER BY name LIMIT 1) UNION ALL (SELECT n FROM web.events LIMIT 2)",
        "SELECT id FROM web.users EXCEPT (SELECT id FROM web.visits EXCEPT SELECT 2)",
        "SELECT id FROM web.users UNION SELECT id FROM web.visits ORDER BY id LIMIT 1",
        "SELECT sum(n) OVER (PARTITION BY name ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM web.events",
        "SELECT sum(n) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM web.events",
        "SELECT sum(n) OVER w FROM web.events WINDOW w AS (PARTITION BY name ORDER BY d)",
        "SELECT count(DISTINCT n) FILTER (WHERE ok) FROM web.events GROUP BY name HAVING count(*) > 1",
        "SELECT x.i FROM web.events e LEFT JOIN UNNEST(words) WITH ORDINALITY AS x (w, i) ON TRUE",
        "SELECT 1 FROM web.users a JOIN (web.visits b CROSS JOIN web.bytes c) ON a.id = c.id",
        "SELECT 'it''s', 'a\\b', '日本', '😀', '--', '/*', X'00ff', 1e3, DATE '2020-01-01' FROM web.users",
        "SELECT n - -1, -(-n), n - (-n), INTERVAL -'2' HOUR FROM web.events",
        "VALUES (1, 'a'), (2, NULL)",
      })
  void printingIsAFixedPoint(String sql) {
    String once = Queries.canonical(sql);
    assertThat(Queries.canonical(once)).isEqualTo(once);
    assertThat(Queries.canonical(sql)).isEqualTo(once);
  }

  @Test
  void nothingPrintedReadsAsAComment() {
    assertThat(Queries.canonical("SELECT n - -1, - -n, -(-1) FROM web.events"))
        .doesNotContain("--");
  }

  private static String number(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return List.of("e.n", "e.id", "e.small", "1", "2.5").get(random.nextInt(5));
    }
    return switch (random.nextInt(5)) {
      case 0 -> "(- " + number(random, depth - 1) + ")";
      case 1 ->
          "CASE WHEN "
              + condition(random, depth - 1)
              + " THEN "
              + number(random, depth - 1)
              + " ELSE "
              + number(random, depth - 1)
              + " END";
      case 2 -> "abs(" + number(random, depth - 1) + ")";
      default ->
          "("
              + number(random, depth - 1)
              + List.of(" + ", " - ", " * ", " / ").get(random.nextInt(4))
              + number(random, depth - 1)
              + ")";
    };
  }

  private static String condition(Random random, int depth) {
    if (depth == 0) {
      return "e.ok";
    }
    String left = number(random, depth - 1);
    String right = number(random, depth - 1);
    String test = condition(random, depth - 1);
    String other = condition(random, depth - 1);
    return "("
        + switch (random.nextInt(12)) {
          case 0 -> test + " AND " + other;
          case 1 -> test + " OR " + other;
          case 2 -> "NOT " + test;
          case 3 -> test + " IS NULL";
          case 4 -> left + " IS NOT NULL";
          case 5 -> left + " BETWEEN " + right + " AND " + left;
          case 6 -> left + " NOT BETWEEN " + right + " AND " + left;
          case 7 -> left + " IN (" + right + ", 3)";
          case 8 -> left + " NOT IN (" + right + ", 3)";
          case 9 -> test + " = " + other;
          case 10 -> "e.name LIKE 'a%'";
          default -> left + List.of(" = ", " < ", " <> ").get(random.nextInt(3)) + right;
        }
        + ")";
  }
}
