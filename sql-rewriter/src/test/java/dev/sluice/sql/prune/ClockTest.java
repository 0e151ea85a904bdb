package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.bind.BoundQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conditions that ask the clock. The plans are made at 10:30 on the first of March, and their clock
 * shows anything from 10:15 on that day until 10:45 on the next.
 */
class ClockTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");

  private static Pruning prune(String sql) {
    return Pruner.prune(Queries.bind(sql), NOW);
  }

  private static List<KeyRanges> ranges(String where) {
    return prune("SELECT 1 FROM web.visits v WHERE " + where).ranges(TestLake.VISITS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "datetime >= date_format(current_date - INTERVAL '7' DAY, '%Y-%m-%d')|[[2026-02-22, +∞)]",
        "datetime > date_format(now() - INTERVAL '1' DAY, '%Y-%m-%d-%H')|[(2026-02-28-10, +∞)]",
        "datetime = date_format(current_date, '%Y-%m-%d')|[2026-03-01, 2026-03-02]",
        "datetime = CAST(current_date AS varchar)|[2026-03-01, 2026-03-02]",
        "datetime = CAST(current_date - INTERVAL '1' DAY AS varchar)|[2026-02-28, 2026-03-01]",
        "datetime = CAST(date(now()) AS varchar)|[2026-03-01, 2026-03-02]",
        "datetime = CAST(CAST(localtimestamp AS date) AS varchar)|[2026-03-01, 2026-03-02]",
        "datetime < CAST(current_date AS varchar)|[(-∞, 2026-03-02)]",
        "NOT datetime < CAST(current_date AS varchar)|[[2026-03-01, +∞)]",
        "datetime BETWEEN CAST(date_add('day', -3, current_date) AS varchar) AND CAST(current_date AS varchar)|[[2026-02-26, 2026-03-02]]",
        "datetime >= date_format(date_trunc('month', current_date), '%Y%m%d')|[[20260301, +∞)]",
        "datetime >= date_format(date_trunc('week', current_date), '%Y%m%d')|[[20260223, +∞)]",
        "datetime >= date_format(date_trunc('QUARTER', now()), '%Y%m%d')|[[20260101, +∞)]",
        "datetime = date_format(now(), '%Y-%m-%d-%H')|[[2026-03-01-10, 2026-03-02-10]]",
        "datetime >= date_format(now() - INTERVAL '45' MINUTE, '%Y-%m-%d %H:%i:%s')|[[2026-03-01 09:30:00, +∞)]",
        "datetime = CAST(year(current_date) AS varchar)|[2026]",
        "datetime >= format_datetime(current_date, 'yyyyMMdd')|[[20260301, +∞)]",
        "datetime = format_datetime(now(), 'MM/dd')|[03/01, 03/02]",
        "datetime = date_format(now(), '%m')|[03]",
        "datetime IN (CAST(current_date AS varchar), 'a')|[2026-03-01, 2026-03-02, a]",
        "datetime = CASE WHEN current_date = DATE '2026-03-02' THEN 'a' ELSE 'b' END|[a, b]",
        "datetime = 'a' AND current_date > DATE '2026-03-02'|[]",
        "datetime = 'a' OR current_date < DATE '2026-03-01'|[a]",
        "current_date IS NULL|[]",
        "datetime = name AND name = CAST(current_date AS varchar)|[2026-03-01, 2026-03-02]",
        "datetime = name AND name >= date_format(now(), '%Y-%m-%d-%H')|[[2026-03-01-10, +∞)]",
        "datetime IN (SELECT name FROM web.users WHERE name >= CAST(current_date AS varchar))|[[2026-03-01, +∞)]",
      })
  void theRangesHoldForAllThatTheClockMayShow(String where, String ranges) {
    assertThat(ranges(where).toString()).startsWith("[KeyRanges[key=datetime, ranges=" + ranges);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime <> CAST(current_date AS varchar)",
        "datetime = 'a' OR current_date = DATE '2026-03-02'",
        "datetime = 'a' OR hour(now()) = 3",
        "datetime = 'a' OR NOT current_timestamp > TIMESTAMP '2026-03-01 10:15:00'",
        "datetime = CAST(now() AS varchar)",
        "datetime = date_format(now() AT TIME ZONE 'Asia/Tokyo', '%Y-%m-%d')",
        "datetime = current_timezone()",
        "datetime >= format_datetime(now(), 'yyyy-MMM')",
        "datetime >= format_datetime(now(), 'yyyy''yyyy')",
        "datetime >= date_format(now(), '%Y-%W')",
        "datetime >= CAST(current_date - INTERVAL '12' HOUR AS varchar)",
      })
  void whatMayHoldAtSomeTimeNarrowsNothing(String where) {
    assertThat(ranges(where)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ts >= now() - INTERVAL '1' DAY|[[2026-02-28-10, +∞)]",
        "ts > current_timestamp - INTERVAL '90' MINUTE|[[2026-03-01-08, +∞)]",
        "ts < now()|[(-∞, 2026-03-02-10]]",
        "ts >= current_date|[[2026-03-01-00, +∞)]",
        "ts < current_date|[(-∞, 2026-03-02-00)]",
        "ts = localtimestamp|[[2026-03-01-10, 2026-03-02-10]]",
        "date_format(ts, '%Y-%m-%d') = CAST(current_date AS varchar)|[[2026-03-01, 2026-03-03)]",
      })
  void conditionsOnTheTimestampOfAKeyNarrowTheKey(String where, String ranges) {
    assertThat(prune("SELECT id FROM web.happened v WHERE " + where).ranges(TestLake.HAPPENED))
        .hasToString("[KeyRanges[key=datetime, ranges=" + ranges + "]]");
  }

  /**
   * A month after 23:30 on January 29 is 23:30 on February 28, and a month after half an hour past
   * that midnight is 0:30 on February 28 (Trino 411): the later time comes first.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "now() + INTERVAL '1' MONTH|2026-01-29T22:00:00Z|2026-02-28-00",
        "date_add('month', 1, now())|2026-01-29T22:00:00Z|2026-02-28-00",
        "now() - INTERVAL '1' MONTH|2026-03-29T22:00:00Z|2026-02-28-00",
        "date_add('year', 1, now())|2024-02-28T22:00:00Z|2025-02-28-00"
      })
  void monthsThatLackTheDayPutTimesOutOfOrder(String time, Instant now, String needed) {
    String where = "datetime = date_format(" + time + ", '%Y-%m-%d-%H')";
    Pruning pruning = Pruner.prune(Queries.bind("SELECT 1 FROM web.visits v WHERE " + where), now);
    assertThat(pruning.selector(TestLake.VISITS).test(List.of(needed, "eu", "7"))).isTrue();
    assertThat(pruning.ranges(TestLake.VISITS).get(0).contains(needed)).isTrue();
  }

  @Test
  void aTimeOfFewerDigitsMayShowTheNextDayBeforeTheClockDoes() {
    String where =
        "substr(datetime, 1, 10) = date_format(current_timestamp(0), '%Y-%m-%d')"
            + " AND substr(datetime, 12) = CAST(current_date AS varchar)";
    assertThat(selected(TestLake.EVENTS, where, "2026-03-02 2026-03-01", "2026-03-01 2026-03-02"))
        .containsExactly("2026-03-02 2026-03-01");
  }

  private static List<String> selected(Table table, String where, String... values) {
    Pruning pruning = prune("SELECT 1 FROM " + table.name() + " v WHERE " + where);
    List<String> selected = new ArrayList<>();
    for (String value : values) {
      List<String> keys = List.of(value.split("/", -1));
      if (pruning.selector(table).test(keys)) {
        selected.add(value);
      }
    }
    return selected;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CAST(datetime AS date) >= current_date - INTERVAL '1' DAY|2026-02-28 2026-03-01 2026-03-02 2026-03-03",
        "CAST(datetime AS date) = current_date|2026-03-01 2026-03-02",
        "date(datetime) < current_date|2026-02-27 2026-02-28 2026-03-01",
        "date_parse(datetime, '%Y-%m-%d') > now()|2026-03-02 2026-03-03",
        "date_parse(datetime, '%Y-%m-%d') >= current_date|2026-03-01 2026-03-02 2026-03-03",
        "date_diff('day', CAST(datetime AS date), current_date) BETWEEN 1 AND 2|2026-02-27 2026-02-28 2026-03-01",
        "date_diff('hour', now(), CAST(datetime AS timestamp)) > 12|2026-03-02 2026-03-03",
        "CAST(datetime AS date) IN (current_date, current_date - INTERVAL '1' DAY)|2026-02-28 2026-03-01 2026-03-02",
        "CAST(datetime AS timestamp) > now() - INTERVAL '1' DAY|2026-03-01 2026-03-02 2026-03-03",
        "NOT CAST(datetime AS date) <> current_date|2026-03-01 2026-03-02",
        "CAST(datetime AS date) IS NOT DISTINCT FROM current_date|2026-03-01 2026-03-02",
        "month(CAST(datetime AS date)) = month(current_date) AND day(CAST(datetime AS date)) = day(current_date)|2026-03-01 2026-03-02",
        "substr(datetime, 9) = date_format(current_date, '%d')|2026-03-01 2026-03-02",
      })
  void eachPartitionIsAskedForEveryTime(String where, String expected) {
    assertThat(
            selected(
                TestLake.EVENTS,
                where,
                "2026-02-27",
                "2026-02-28",
                "2026-03-01",
                "2026-03-02",
                "2026-03-03"))
        .containsExactly(expected.split(" "));
  }

  @Test
  void keysThatSayTheTimeTogetherAreAskedForTheSameTime() {
    assertThat(
            selected(
                TestLake.HOURLY,
                "year = CAST(year(now()) AS varchar) AND month = month(now())"
                    + " AND day = date_format(now(), '%d') AND hour = hour(now())",
                "2026/3/eu/01/9",
                "2026/3/eu/01/10",
                "2026/3/eu/02/10",
                "2026/3/eu/02/11",
                "2026/3/eu/03/10"))
        .containsExactly("2026/3/eu/01/10", "2026/3/eu/02/10");
  }

  @Test
  void aTimeSplitOverManyKeysIsComparedWithTheClock() {
    assertThat(
            selected(
                TestLake.HOURLY,
                "datetime >= date_format(now() - INTERVAL '1' HOUR, '%Y-%m-%d-%H')"
                    + " AND datetime < date_format(current_date, '%Y-%m-%d')",
                "2026/3/eu/01/8",
                "2026/3/eu/01/9",
                "2026/3/eu/01/23",
                "2026/3/eu/02/0"))
        // Where it is the second of March, an hour ago is eleven in the evening or later.
        .containsExactly("2026/3/eu/01/23");
  }

  @Test
  void nothingThatTheClockShowsIsSaidToAnEngine() {
    BoundQuery bound =
        Queries.bind(
            "SELECT id FROM web.visits WHERE substr(datetime, 1, 4) = '2026'"
                + " AND datetime >= date_format(current_date, '%Y-%m-%d')");
    Pruning pruning = Pruner.prune(bound, NOW);
    assertThat(pruning.hidden((SqlSelect) bound.root()))
        .singleElement()
        .hasToString(Pruner.prune(bound).hidden((SqlSelect) bound.root()).get(0).toString());
    assertThat(pruning.ranges(TestLake.VISITS))
        .hasToString("[KeyRanges[key=datetime, ranges=[[2026-03-01, 2027)]]]");
  }

  @Test
  void aConditionOnTheFilledSideOfAJoinNarrowsIt() {
    assertThat(
            prune(
                    "SELECT 1 FROM web.users u LEFT JOIN web.visits v ON u.id = v.id"
                        + " WHERE v.datetime >= CAST(current_date AS varchar)")
                .ranges(TestLake.VISITS))
        .hasToString("[KeyRanges[key=datetime, ranges=[[2026-03-01, +∞)]]]");
  }

  @Test
  void aColumnOfASubqueryMayBeTheClock() {
    assertThat(
            prune(
                    "SELECT 1 FROM (SELECT datetime, current_date AS today FROM web.visits) v"
                        + " WHERE datetime = CAST(today AS varchar)")
                .ranges(TestLake.VISITS))
        .hasToString("[KeyRanges[key=datetime, ranges=[2026-03-01, 2026-03-02]]]");
  }
}
