package dev.sluice.sql.rewrite;

import static dev.sluice.sql.Queries.canonical;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT small AS n FROM web.events ORDER BY n + 1|\"events\".\"small\" + 1",
        "SELECT small AS n FROM web.events ORDER BY n DESC|\"n\" DESC",
        "SELECT small AS n FROM web.events ORDER BY events.n|\"events\".\"n\"",
        "SELECT name AS n, n AS name FROM web.events ORDER BY lower(n), name|LOWER(\"events\".\"name\"), \"name\"",
        "SELECT n, count(*) AS c FROM web.events GROUP BY n ORDER BY c + 1, sum(n)|COUNT(*) + 1, SUM(\"events\".\"n\")",
        "SELECT n * 2 AS x FROM web.events ORDER BY x * 3|\"events\".\"n\" * 2 * 3",
        "SELECT id AS a FROM web.users UNION SELECT 1 ORDER BY a + 1|\"t\".\"a\" + 1",
      })
  void anOutputNameInsideAnExpressionBecomesWhatItStandsFor(String sql, String order) {
    assertThat(canonical(sql)).endsWith(" ORDER BY " + order);
  }

  /** Trino drops the order of a query in parentheses. */
  @Test
  void theBodyOfWithStandsBare() {
    assertThat(canonical("WITH a AS (SELECT 1 AS x) SELECT x FROM a ORDER BY x LIMIT 1"))
        .isEqualTo(
            "WITH \"a\" AS (SELECT 1 AS \"x\") SELECT \"a\".\"x\" FROM \"a\" AS \"a\""
                + " ORDER BY \"x\" LIMIT 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(name LIKE 'a') IS NULL|(\"e\".\"name\" LIKE 'a') IS NULL",
        "(NOT ok) = ok|(NOT \"e\".\"ok\") = \"e\".\"ok\"",
        "NOT ok = ok|NOT \"e\".\"ok\" = \"e\".\"ok\"",
        "(n BETWEEN 1 AND 2) = ok|(\"e\".\"n\" BETWEEN 1 AND 2) = \"e\".\"ok\"",
        "n BETWEEN n + 1 AND 3 AND ok|\"e\".\"n\" BETWEEN \"e\".\"n\" + 1 AND 3 AND \"e\".\"ok\"",
        "n NOT BETWEEN 1 AND 2|\"e\".\"n\" NOT BETWEEN 1 AND 2",
        "ok = (n IN (1))|\"e\".\"ok\" = (\"e\".\"n\" IN (1))",
      })
  void conditionsInsideConditionsKeepTheirParentheses(String condition, String text) {
    assertThat(canonical("SELECT 1 FROM web.events e WHERE " + condition))
        .isEqualTo("SELECT 1 AS \"_col0\" FROM \"web\".\"events\" AS \"e\" WHERE " + text);
  }

  @Test
  void aliasesAreUniqueInTheWholeText() {
    assertThat(
            canonical(
                "SELECT 1 FROM web.users a, (SELECT 1 AS x FROM web.users a, web.users web) b"))
        .isEqualTo(
            "SELECT 1 AS \"_col0\" FROM \"web\".\"users\" AS \"a\", (SELECT 1 AS \"x\" FROM"
                + " \"web\".\"users\" AS \"a_2\", \"web\".\"users\" AS \"web_2\") AS \"b\"");
  }

  @Test
  void rowsOfValuesHaveBareParentheses() {
    assertThat(canonical("VALUES 1, 2")).isEqualTo("VALUES (1), (2)");
  }

  @Test
  void starsBecomeTheColumnsThatTheyMean() {
    assertThat(canonical("SELECT u.*, b.* FROM web.users u JOIN web.bytes b ON u.id = b.id"))
        .startsWith(
            "SELECT \"u\".\"id\", \"u\".\"name\", \"u\".\"country\", \"b\".\"id\","
                + " \"b\".\"tiny\" FROM");
  }

  @Test
  void theRangesThatPruningFoundAreSaidWhereTheUserDidNot() {
    assertThat(canonical("SELECT id FROM web.visits WHERE datetime LIKE '2026-03%'"))
        .endsWith(
            "WHERE \"visits\".\"datetime\" LIKE '2026-03%' AND (\"visits\".\"datetime\" >="
                + " '2026-03' AND \"visits\".\"datetime\" < '2026-04')");
    assertThat(canonical("SELECT id FROM web.visits WHERE datetime = 'a'"))
        .endsWith("WHERE \"visits\".\"datetime\" = 'a'");
  }

  /** Neither Spark nor Redshift lets a window build on a named one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(w ROWS 1 PRECEDING)|(PARTITION BY \"events\".\"name\" ORDER BY \"events\".\"n\" ROWS 1 PRECEDING)",
        "(v ORDER BY id)|(PARTITION BY \"events\".\"name\" ORDER BY \"events\".\"id\")",
        "(v)|(PARTITION BY \"events\".\"name\")",
        "w|\"w\"",
      })
  void aWindowThatBuildsOnANamedOneIsSpeltOut(String window, String text) {
    assertThat(
            canonical(
                "SELECT sum(n) OVER "
                    + window
                    + " AS s FROM web.events WINDOW v AS (PARTITION BY name), w AS (v ORDER BY n)"))
        .isEqualTo(
            "SELECT SUM(\"events\".\"n\") OVER "
                + text
                + " AS \"s\" FROM \"web\".\"events\" AS \"events\""
                + " WINDOW \"v\" AS (PARTITION BY \"events\".\"name\"),"
                + " \"w\" AS (PARTITION BY \"events\".\"name\" ORDER BY \"events\".\"n\")");
  }
}
