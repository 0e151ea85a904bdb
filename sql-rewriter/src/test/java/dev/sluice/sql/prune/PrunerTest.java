package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrunerTest {
  private static List<KeyRanges> ranges(String sql, Table table) {
    return Pruner.prune(Queries.bind(sql)).ranges(table);
  }

  private static String visits(String where) {
    return ranges("SELECT 1 FROM web.visits v WHERE " + where, TestLake.VISITS).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "datetime = 'a'|[a]",
        "'a' < datetime|[(a, +∞)]",
        "datetime <> 'a'|[(-∞, a), (a, +∞)]",
        "NOT datetime = 'a'|[(-∞, a), (a, +∞)]",
        "datetime BETWEEN 'a' AND 'b'|[[a, b]]",
        "datetime NOT BETWEEN 'a' AND 'b'|[(-∞, a), (b, +∞)]",
        "datetime >= 'a' AND datetime < 'c'|[[a, c)]",
        "NOT (datetime < 'a' OR datetime >= 'c')|[[a, c)]",
        "datetime IN ('b', 'a')|[a, b]",
        "datetime NOT IN ('b', 'a')|[(-∞, a), (a, b), (b, +∞)]",
        "datetime IN ('a', NULL)|[a]",
        "datetime LIKE '2026-03%'|[[2026-03, 2026-04)]",
        "datetime LIKE '2026-03_01'|[[2026-03, 2026-04)]",
        "datetime LIKE 'a'|[a]",
        "datetime LIKE '日本%'|[[日本, 日札)]",
        "datetime LIKE 'a!%!_!!%' ESCAPE '!'|[[a%_!, a%_\")]",
        "datetime NOT LIKE 'a%'|[(-∞, a), [b, +∞)]",
        "starts_with(datetime, 'a')|[[a, b)]",
        "datetime = 'a' OR datetime = 'b' AND n = 1|[a, b]",
        "substr(datetime, 1, 7) = '2026-03'|[[2026-03, 2026-04)]",
        "substring(datetime, 1, 7) = '2026-0'|[2026-0]",
        "substr(datetime, 1, 7) BETWEEN '2026-03' AND '2026-04'|[[2026-03, 2026-05)]",
        "substr(datetime, 1, 7) > '2026-03'|[[2026-04, +∞)]",
        "substr(datetime, 1, 7) < '2026-03-05'|[(-∞, 2026-04)]",
        "concat(datetime, '-00') = '2026-03-01-00'|[2026-03-01]",
        "concat('x', datetime) >= 'xa'|[[a, +∞)]",
        "datetime >= concat('2026-', '03')|[[2026-03, +∞)]",
        "datetime = substr('abc', 1, 1)|[a]",
        "datetime >= date_format(DATE '2026-03-31' - INTERVAL '1' MONTH, '%Y-%m-%d')|[[2026-02-28, +∞)]",
        "datetime < date_format(date_add('hour', -3, TIMESTAMP '2026-03-01 01:00:00'), '%Y-%m-%d-%H')|[(-∞, 2026-02-28-22)]",
        "datetime = date_format(INTERVAL -'1' DAY + DATE '2026-03-01', '%Y%m%d')|[20260228]",
        "datetime = date_format(DATE '2026-03-01' + INTERVAL '-1' DAY, '%Y%m%d')|[20260228]",
        "datetime = date_format(DATE '2026-12-01' + INTERVAL '1-2' YEAR TO MONTH, '%Y-%m')|[2028-02]",
        "datetime = date_format(date_add('quarter', 1, DATE '2026-11-30'), '%Y-%m-%d')|[2027-02-28]",
        "datetime = date_format(TIMESTAMP '2026-03-01 00:30:00' - INTERVAL '1 01:00:00' DAY TO SECOND, '%Y-%m-%d-%H')|[2026-02-27-23]",
        "datetime = CAST(year(DATE '2026-03-01') AS varchar)|[2026]",
        "coalesce(datetime, 'b') = 'a'|[a]",
        "coalesce(datetime, 'a') = 'a'|[a, __HIVE_DEFAULT_PARTITION__]",
        "datetime = 'a' OR datetime IS NULL|[a, __HIVE_DEFAULT_PARTITION__]",
        "datetime IS NOT DISTINCT FROM 'a'|[a]",
        "datetime IS NULL|[__HIVE_DEFAULT_PARTITION__]",
        "nullif(n, 1) = 2 AND datetime = 'a'|[a]",
        "CASE WHEN datetime < 'b' THEN 'x' ELSE 'y' END = 'x'|[(-∞, b)]",
        "CASE datetime WHEN 'a' THEN 1 = 1 WHEN 'b' THEN n = 1 END|[a, b]",
        "if(datetime = 'a', true, n = 1 AND datetime = 'b')|[a, b]",
        "(datetime = 'a') IS TRUE|[a]",
        "(datetime <> 'a') IS NOT TRUE|[a, __HIVE_DEFAULT_PARTITION__]",
        "coalesce(datetime = 'a', false)|[a]",
        "CAST(datetime AS varchar) = 'a'|[a]",
        "datetime IN ('a', name) AND name = 'b'|[a, b]",
        "datetime = name AND name >= 'x'|[[x, +∞)]",
        "datetime IN (SELECT name FROM web.users WHERE name < 'c')|[(-∞, c)]",
        "datetime IN (SELECT 'a' UNION ALL SELECT 'b')|[a, b]",
      })
  void findsTheRangesOfAKey(String where, String ranges) {
    assertThat(visits(where)).startsWith("[KeyRanges[key=datetime, ranges=" + ranges + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime = 'a' OR n = 1",
        "datetime LIKE '%a'",
        "datetime LIKE 'a!b' ESCAPE '!'",
        "datetime LIKE name",
        "datetime = name",
        "lower(datetime) = 'a'",
        "substr(datetime, 2, 1) = 'a'",
        "substr(datetime, 1, n) = 'a'",
        "coalesce(name, datetime) = 'a'",
        "hour = 3",
        "datetime IN ('a', name)",
        "datetime NOT IN (SELECT name FROM web.users WHERE name < 'c')",
        "datetime IN (SELECT name FROM web.users)",
        "datetime IN (SELECT 'a' UNION ALL VALUES 'b')",
        "datetime IS NOT NULL",
        "EXISTS (SELECT 1 FROM web.users u WHERE u.name = v.datetime AND u.name = 'a')",
        // Trino rounds to the next day.
        "datetime = date_format(date_add('millisecond', 500, TIMESTAMP '2019-03-27 23:59:59'), '%Y-%m-%d')",
      })
  void whatItDoesNotUnderstandSelectsAll(String where) {
    assertThat(visits(where)).isEqualTo("[]");
  }

  @Test
  void whatCannotBeTrueNeedsNothing() {
    String none = "[KeyRanges[key=datetime, ranges=[]], KeyRanges[key=region, ranges=[]]]";
    assertThat(visits("datetime = 'a' AND datetime = 'b'")).contains("datetime, ranges=[]");
    assertThat(visits("datetime BETWEEN 'b' AND 'a'")).contains("datetime, ranges=[]");
    assertThat(visits("datetime = NULL")).isEqualTo(none);
    assertThat(visits("1 = 0")).isEqualTo(none);
    assertThat(visits("false")).isEqualTo(none);
  }

  @Test
  void severalKeysAreNarrowedEachByItself() {
    assertThat(visits("datetime = 'a' AND region > 'eu' AND hour = 3"))
        .isEqualTo(
            "[KeyRanges[key=datetime, ranges=[a]], KeyRanges[key=region, ranges=[(eu, +∞)]]]");
  }

  @Test
  void aTableReadTwiceNeedsTheRangesOfBoth() {
    String twice =
        "SELECT 1 FROM web.visits a JOIN web.visits b ON a.id = b.id WHERE a.datetime = 'x'";
    assertThat(ranges(twice + " AND b.datetime = 'y'", TestLake.VISITS).toString())
        .isEqualTo("[KeyRanges[key=datetime, ranges=[x, y]]]");
    assertThat(ranges(twice, TestLake.VISITS)).isEmpty();
  }

  @Test
  void aSubqueryNarrowsItsOwnTableOnly() {
    String sql =
        "SELECT 1 FROM web.visits v WHERE v.datetime = 'x' AND EXISTS"
            + " (SELECT 1 FROM web.events e WHERE e.datetime = 'y' AND v.datetime = 'z')";
    assertThat(ranges(sql, TestLake.VISITS).toString()).contains("ranges=[x]");
    assertThat(ranges(sql, TestLake.EVENTS).toString()).contains("ranges=[y]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The side that is filled up is narrowed by ON, the one that is kept is not.
        "LEFT|v.datetime = 'x'||[x]",
        "RIGHT|v.datetime = 'x'||all",
        "FULL|v.datetime = 'x'||all",
        "INNER|v.datetime = 'x'||[x]",
        // WHERE narrows a side that is filled up if it refuses what is filled up.
        "LEFT||v.datetime = 'x'|[x]",
        "RIGHT||v.datetime = 'x'|[x]",
        "FULL||v.datetime = 'x'|[x]",
        "LEFT||v.datetime = 'x' OR v.datetime IS NULL|all",
        "RIGHT||v.datetime = 'x' OR v.datetime IS NULL|[x, __HIVE_DEFAULT_PARTITION__]",
        "LEFT||v.datetime IS NULL|all",
        "LEFT||coalesce(v.datetime, 'x') = 'x'|all",
        "LEFT||v.datetime = 'x' OR u.name = 'y'|all",
        "LEFT||(v.datetime = 'x' OR v.datetime IS NULL) AND v.id > 3|[x, __HIVE_DEFAULT_PARTITION__]",
      })
  void outerJoinsNarrowWhatTheyMay(String join, String on, String where, String ranges) {
    String sql =
        "SELECT 1 FROM web.users u "
            + join
            + " JOIN web.visits v ON u.id = v.id"
            + (on == null ? "" : " AND " + on)
            + (where == null ? "" : " WHERE " + where);
    String expected =
        ranges.equals("all") ? "[]" : "[KeyRanges[key=datetime, ranges=" + ranges + "]]";
    assertThat(ranges(sql, TestLake.VISITS).toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM (SELECT id, datetime FROM web.visits) q WHERE q.datetime = 'x'|[x]",
        "SELECT * FROM (SELECT datetime AS d FROM web.visits) q WHERE d = 'x'|[x]",
        "SELECT * FROM (SELECT datetime FROM web.visits) q (d) WHERE d = 'x'|[x]",
        "SELECT * FROM (SELECT substr(datetime, 1, 1) FROM web.visits) q (d) WHERE d = 'x'|[[x, y)]",
        "SELECT * FROM (SELECT DISTINCT datetime FROM web.visits WHERE datetime < 'b') q WHERE datetime > 'a'|[(a, b)]",
        "SELECT * FROM (SELECT datetime, count(*) FROM web.visits GROUP BY datetime) q WHERE datetime = 'x'|[x]",
        "SELECT datetime, count(*) FROM web.visits GROUP BY datetime HAVING datetime = 'x' AND count(*) > 3|[x]",
        "WITH q AS (SELECT datetime FROM web.visits) SELECT * FROM q WHERE datetime = 'x'|[x]",
        "WITH q AS (SELECT datetime FROM web.visits) SELECT * FROM q a, q b WHERE a.datetime = 'x' AND b.datetime = 'y'|[x, y]",
        "SELECT * FROM (SELECT datetime FROM web.visits UNION ALL SELECT name FROM web.users) q WHERE datetime = 'x'|[x]",
        "SELECT * FROM (SELECT datetime FROM web.visits EXCEPT SELECT datetime FROM web.visits) q WHERE datetime = 'x'|[x]",
        "SELECT * FROM (SELECT v.datetime FROM web.users u LEFT JOIN web.visits v ON u.id = v.id) q WHERE datetime = 'x'|[x]",
        "SELECT * FROM web.visits v JOIN web.users u ON v.datetime = u.name WHERE u.name = 'x'|[x]",
        "SELECT * FROM web.visits v JOIN (SELECT name FROM web.users WHERE name = 'x') u ON v.datetime = u.name|[x]",
        "SELECT * FROM web.visits a JOIN web.visits b ON a.datetime = b.datetime WHERE a.datetime = 'x'|[x]",
        "SELECT * FROM web.visits a JOIN web.visits b USING (datetime) WHERE datetime = 'x'|[x]",
      })
  void conditionsReachATableThroughSubqueries(String sql, String ranges) {
    assertThat(ranges(sql, TestLake.VISITS).toString())
        .isEqualTo("[KeyRanges[key=datetime, ranges=" + ranges + "]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM (SELECT datetime FROM web.visits LIMIT 5) q WHERE datetime = 'x'",
        "SELECT * FROM (SELECT datetime FROM web.visits ORDER BY 1 OFFSET 5) q WHERE datetime = 'x'",
        "SELECT * FROM (SELECT datetime, row_number() OVER (ORDER BY id) r FROM web.visits) q WHERE datetime = 'x'",
        "SELECT * FROM (SELECT datetime FROM web.visits GROUP BY ROLLUP (datetime)) q WHERE datetime IS NULL",
        "SELECT * FROM (SELECT max(datetime) AS datetime FROM web.visits) q WHERE datetime = 'x'",
        "SELECT * FROM web.users u LEFT JOIN (SELECT id, datetime FROM web.visits) q ON q.id = u.id WHERE coalesce(datetime, 'x') = 'x'",
        "SELECT * FROM web.users u LEFT JOIN (SELECT id, coalesce(datetime, 'x') d FROM web.visits) q ON q.id = u.id WHERE d = 'x' OR d IS NULL",
        "WITH q AS (SELECT datetime FROM web.visits) SELECT * FROM q a, q b WHERE a.datetime = 'x'",
        "WITH q AS (SELECT datetime FROM web.visits) SELECT 1",
        "SELECT * FROM (VALUES (SELECT count(*) FROM web.visits)) q, web.visits v WHERE v.datetime = 'x'",
        "SELECT max(datetime) OVER (), datetime FROM web.visits QUALIFY datetime = 'x'",
        "SELECT datetime FROM web.visits GROUP BY CUBE (datetime) HAVING datetime IS NULL",
      })
  void noConditionGoesWhereItWouldChangeOtherRows(String sql) {
    assertThat(ranges(sql, TestLake.VISITS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hour = 3|a/eu/3",
        "hour + 1 > 3 AND hour <> 5|a/eu/3 a/us/4 b/us/16 b/EU/16",
        "concat(region, '/', datetime) = 'eu/a'|a/eu/3",
        "lower(region) = 'eu'|2026-03-01/eu/5 2026-03-02/eu/5 a/eu/3 b/EU/16",
        "length(datetime) = 1 AND NOT hour IN (4, 5)|a/eu/3 b/us/16 b/EU/16",
        "lpad(CAST(hour AS varchar), 2, '0') = '03'|a/eu/3",
        "CASE WHEN hour > 3 THEN false ELSE region LIKE '%u' END|a/eu/3",
        "hour = 3 OR (hour = 16 AND n = 2)|a/eu/3 b/us/16 b/EU/16",
        "split_part(datetime, '-', 1) = 'a' AND hour < n|a/eu/3 a/us/4",
        "date_parse(datetime, '%Y-%m-%d') < TIMESTAMP '2026-03-02 00:00:00'"
            + "|2026-03-01/eu/5 a/eu/3 a/us/4 b/us/16 b/EU/16",
        "CAST(datetime AS date) = DATE '2026-03-01' AND datetime LIKE '2026%'|2026-03-01/eu/5",
      })
  void aPartitionIsAskedWithAllItsKeys(String where, String partitions) {
    Pruning pruning = Pruner.prune(Queries.bind("SELECT 1 FROM web.visits v WHERE " + where));
    List<String> all =
        List.of("2026-03-01/eu/5", "2026-03-02/eu/5", "a/eu/3", "a/us/4", "b/us/16", "b/EU/16");
    assertThat(
            all.stream()
                .filter(one -> pruning.selector(TestLake.VISITS).test(List.of(one.split("/")))))
        .containsExactlyInAnyOrder(partitions.split(" "));
  }

  @Test
  void aRenamedKeyIsStillTheKey() {
    assertThat(
            ranges(
                    "SELECT 1 FROM web.visits AS v (a, b, c, k, r, h) WHERE k = 'x'",
                    TestLake.VISITS)
                .toString())
        .isEqualTo("[KeyRanges[key=datetime, ranges=[x]]]");
  }

  @Test
  void theLeastTextAfterAPrefixIsTheNextCharacterThatTextCanHold() {
    assertThat(new KeyText("a").afterPrefix()).contains(new KeyText("b"));
    assertThat(new KeyText("\uD7FF").afterPrefix()).contains(new KeyText("\uE000"));
    assertThat(new KeyText("\uFFFF").afterPrefix()).contains(new KeyText("\uD800\uDC00"));
    assertThat(new KeyText("a\uDBFF\uDFFF").afterPrefix()).contains(new KeyText("b"));
    assertThat(new KeyText("\uDBFF\uDFFF").afterPrefix()).isEmpty();
    assertThat(new KeyText("").afterPrefix()).isEmpty();
  }
}
