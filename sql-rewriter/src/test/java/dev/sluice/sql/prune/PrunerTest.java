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
        "datetime BETWEEN 'a' AND 'b'|[[a, b]]",
        "datetime BETWEEN 'b' AND 'a'|[]",
        "datetime >= 'a' AND datetime < 'c'|[[a, c)]",
        "datetime IN ('b', 'a')|[a, b]",
        "datetime LIKE '2026-03%'|[[2026-03, 2026-04)]",
        "datetime LIKE '日本%'|[[日本, 日札)]",
        "datetime = 'a' OR datetime = 'b' AND n = 1|[a, b]",
        "datetime = 'a' AND datetime = 'b'|[]",
      })
  void findsTheRangesOfAKey(String where, String ranges) {
    assertThat(visits(where)).isEqualTo("[KeyRanges[key=datetime, ranges=" + ranges + "]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime = 'a' OR n = 1",
        "NOT datetime = 'a'",
        "datetime <> 'a'",
        "datetime LIKE '%a'",
        "datetime LIKE 'a!%' ESCAPE '!'",
        "datetime = name",
        "lower(datetime) = 'a'",
        "datetime = 'a' OR datetime IS NULL",
        "coalesce(datetime, 'a') = 'a'",
        "hour = 3",
        "datetime IN (SELECT name FROM web.users)",
      })
  void whatItDoesNotUnderstandSelectsAll(String where) {
    assertThat(visits(where)).isEqualTo("[]");
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

  @Test
  void joinConditionsOfOuterJoinsNarrowNothing() {
    String join = "SELECT 1 FROM web.users u LEFT JOIN web.visits v ON u.id = v.id";
    assertThat(ranges(join + " AND v.datetime = 'x'", TestLake.VISITS)).isEmpty();
    assertThat(ranges(join + " WHERE v.datetime = 'x'", TestLake.VISITS)).hasSize(1);
    assertThat(ranges(join + " WHERE v.datetime = 'x' OR v.datetime IS NULL", TestLake.VISITS))
        .isEmpty();
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
