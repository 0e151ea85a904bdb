package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Redshift Spectrum refuses is refused, in its words where they are documented. */
@ExtendWith(SharedStandIn.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
  private final Asked asked;

  RefusalsTest(RedshiftStandIn standIn) throws SQLException {
    this.asked = Asked.of(standIn);
  }

  @AfterAll
  void close() throws SQLException {
    asked.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "SELECT * FROM web.clicks # Nested tables do not support '*' in the SELECT clause.",
        "SELECT c.* FROM web.clicks c # Nested tables do not support '*' in the SELECT clause.",
        "SELECT device FROM web.clicks # column \"device\" does not exist in clicks",
        "SELECT c.device.geo FROM web.clicks c # column \"geo\" does not exist in clicks",
        "SELECT i FROM web.clicks c, c.items i # column \"i\" does not exist in i",
        "SELECT c.nothing FROM web.clicks c # column \"nothing\" does not exist in clicks",
        "SELECT c.device.nothing FROM web.clicks c # column \"nothing\" does not exist in device",
      })
  void inDocumentedWords(String sql, String text) {
    assertThat(asked.refusal(sql)).isEqualTo("ERROR: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // Formats and depth.
        "SELECT e.kind FROM web.ad_events e # Parquet, ORC, JSON and Ion only",
        "SELECT b.bidder FROM web.ad_events e, e.bids b # Parquet, ORC, JSON and Ion only",
        "SELECT g FROM web.grids c, c.cells g # arrays can hold scalars and structs",
        // Arrays and maps.
        "SELECT c.items[0] FROM web.clicks c # by its position",
        "SELECT c.items.sku FROM web.clicks c # range over it in FROM",
        "SELECT c.tags.a FROM web.clicks c # range over it in FROM",
        "SELECT c.tags['a'] FROM web.clicks c # Stand-in",
        "SELECT 1 FROM web.clicks c, c.url u # neither array nor map",
        // Outer joins.
        "SELECT 1 FROM web.users u LEFT JOIN web.clicks c ON c.user_id = u.user_id # an outer join",
        "SELECT 1 FROM web.clicks c FULL JOIN web.users u ON c.user_id = u.user_id # an outer join",
        "SELECT 1 FROM web.users u CROSS JOIN web.clicks c LEFT JOIN c.items i ON TRUE # an outer join",
        // Subqueries.
        "SELECT x.click_id FROM (SELECT c.click_id FROM web.clicks c CROSS JOIN web.users u) x # any other table",
        "SELECT 1 FROM web.users WHERE user_id IN (SELECT user_id FROM web.clicks) # IN and NOT IN",
        "SELECT 1 FROM web.users WHERE user_id NOT IN (SELECT user_id FROM web.clicks) # IN and NOT IN",
        "SELECT 1 FROM web.users WHERE user_id = ANY (SELECT user_id FROM web.clicks) # IN and NOT IN",
        "SELECT (SELECT COUNT(*) FROM web.clicks c) # aggregation subqueries",
        "SELECT n FROM (SELECT c.device.os, COUNT(*) AS n FROM web.clicks c GROUP BY c.device.os) x # aggregation subqueries",
        "WITH x AS (SELECT MAX(c.price) AS p FROM web.clicks c) SELECT p FROM x # aggregation subqueries",
        "SELECT x.click_id FROM (SELECT click_id FROM web.clicks LIMIT 5) x # LIMIT",
        "SELECT 1 FROM web.clicks c WHERE (SELECT COUNT(c.click_id) FROM c.nums n WHERE n > 1) > 1 # the parent in FROM only",
        "SELECT 1 FROM web.clicks c WHERE EXISTS (SELECT 1 FROM c.nums n WHERE n > c.dwell) # the parent in FROM only",
        "SELECT \"$path\" FROM web.clicks # pseudo-columns of nested data",
        // Correlation.
        "SELECT 1 FROM web.users u WHERE EXISTS (SELECT 1 FROM web.rolls r WHERE EXISTS (SELECT 1 FROM web.rolls s WHERE s.amount = u.visits)) # This type of correlated subquery pattern is not supported due to internal error",
        "SELECT 1 FROM web.users u LEFT JOIN web.rolls r ON r.amount = (SELECT MAX(s.amount) FROM web.rolls s WHERE s.roll_id = u.user_id) # This type of correlated subquery pattern",
        "SELECT 1 FROM web.users u WHERE EXISTS (SELECT RANK() OVER (ORDER BY r.amount) FROM web.rolls r WHERE r.amount = u.visits) # This type of correlated subquery pattern",
        // The catalog.
        "SELECT 1 FROM web.nothing # there is no table web.nothing",
        "SELECT 1 FROM nowhere.users # relation \"nowhere.users\" does not exist",
      })
  void inItsOwnWordsWhereNoneAreDocumented(String sql, String part) {
    assertThat(asked.refusal(sql)).startsWith("ERROR: ").contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x.click_id FROM (SELECT click_id FROM web.clicks ORDER BY price DESC LIMIT 5) x",
        "WITH x AS (SELECT click_id FROM web.clicks ORDER BY price) SELECT click_id FROM x"
      })
  void asTheLeaderNodeRefusesOrderInSubqueries(String sql) {
    assertThat(asked.refusal(sql))
        .contains("Spectrum nested query error")
        .contains("8001")
        .contains("A subquery that refers to a nested table cannot contain ORDER BY clause");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ARRAY[1, 2]",
        "SELECT COUNT(*) FILTER (WHERE visits > 1) FROM web.users",
        "SELECT visits IS DISTINCT FROM 1 FROM web.users",
        "SELECT DISTINCT ON (country) name FROM web.users",
        "SELECT name FROM web.users TABLESAMPLE BERNOULLI (10)",
        "SELECT name FROM web.users INTERSECT ALL SELECT name FROM web.users",
        "SELECT name FROM web.users EXCEPT ALL SELECT name FROM web.users",
        "SELECT x FROM (VALUES (1), (2)) t (x)",
        "VALUES (1)",
        "SELECT name FROM web.users FETCH FIRST 3 ROWS ONLY",
        "SELECT x FROM web.users u, LATERAL (SELECT u.visits AS x) l",
        "SELECT SUM(visits) OVER (ORDER BY born) FROM web.users",
        "SELECT SUM(visits) OVER (ORDER BY born RANGE UNBOUNDED PRECEDING) FROM web.users",
        "SELECT COUNT(DISTINCT visits) OVER (PARTITION BY country) FROM web.users",
        "SELECT RANK() OVER (ORDER BY 1) FROM web.users",
        "SELECT LAG(visits, 1, 0) OVER (ORDER BY born) FROM web.users",
        "SELECT RANK() OVER w FROM web.users WINDOW w AS (ORDER BY born)",
        "SELECT RANK() FROM web.users",
        "SELECT approx_distinct(visits) FROM web.users",
        "SELECT element_at(visits, 1) FROM web.users",
        "SELECT array_agg(visits) FROM web.users",
        "SELECT pg_sleep(1)",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT CAST('1' AS uuid)",
        "SELECT CAST('{1}' AS integer[])",
        "SELECT '{}' -> 'a'",
        "SELECT version() FROM web.users",
        "SELECT visits INTO copied FROM web.users",
        "SELECT name FROM web.users FOR UPDATE",
        "WITH a AS (WITH b AS (SELECT 1 AS x) SELECT x FROM b) SELECT x FROM a",
        "WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT x FROM n",
        "INSERT INTO web.users (name) VALUES ('x')",
        "DELETE FROM web.users",
        "DROP TABLE web.users",
        "CREATE TABLE x (y integer)",
        "COPY web.users TO '/tmp/x'",
        "SET search_path TO pg_catalog",
        "SET standard_conforming_strings TO on",
        "SELECT 1.5 / 3.0",
        "SELECT AVG(balance) FROM web.users",
        "SELECT no such thing at all",
        "SELECT (1",
        "DO $$ BEGIN END $$",
        "SELECT 1; DROP TABLE web.users"
      })
  void whatIsNotRedshiftsOrCannotBeRead(String sql) {
    assertThat(asked.refusal(sql)).startsWith("ERROR: Stand-in: ");
  }
}
