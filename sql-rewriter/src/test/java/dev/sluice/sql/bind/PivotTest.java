package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PivotTest {
  @Test
  void isAGroupedSelect() {
    assertThat(
            canonical(
                "SELECT * FROM (SELECT name, country, id FROM web.users)"
                    + " PIVOT (max(id) FOR country IN ('ch', NULL AS none)) p"))
        .isEqualTo(
            canonical(
                "SELECT * FROM (SELECT name, max(id) FILTER (WHERE country = 'ch') AS ch,"
                    + " max(id) FILTER (WHERE country IS NULL) AS none"
                    + " FROM (SELECT name, country, id FROM web.users) GROUP BY name) p"));
  }

  @Test
  void columnsAreCalledByValueAndAggregate() {
    assertThat(
            columns(
                "SELECT * FROM (SELECT id, country FROM web.users)"
                    + " PIVOT (count(*) AS count FOR id IN (1, 2, NULL))"))
        .containsExactly(
            "country varchar", "1_count bigint", "2_count bigint", "null_count bigint");
    assertThat(
            columns(
                "SELECT * FROM (SELECT id, name, country FROM web.users)"
                    + " PIVOT (min(id) AS low, max(id) AS high"
                    + " FOR (name, country) IN (('A', 'ch') AS a, ('b', 'de')))"))
        .containsExactly("a_low bigint", "a_high bigint", "b_de_low bigint", "b_de_high bigint");
  }

  @Test
  void withNothingToGroupByThereIsOneRow() {
    assertThat(
            canonical(
                "SELECT a FROM (SELECT id, name FROM web.users) PIVOT (sum(id) FOR name IN ('a'))"))
        .doesNotContain("GROUP BY");
  }

  @Test
  void thePlainWordIsAName() {
    assertThat(columns("SELECT pivot.id, unpivot.name FROM web.users pivot, web.users unpivot"))
        .containsExactly("id bigint", "name varchar");
    assertThat(columns("SELECT x FROM (SELECT 1, 2) pivot (x, y)")).containsExactly("x integer");
  }

  @Test
  void aColumnIsUsedWhateverItsNameIsQualifiedWith() {
    assertThat(columns("SELECT * FROM web.users PIVOT (max(users.id) FOR country IN ('ch'))"))
        .isEqualTo(columns("SELECT * FROM web.users PIVOT (max(id) FOR country IN ('ch'))"))
        .containsExactly("name varchar", "ch bigint");
    assertThat(columns("SELECT * FROM web.users PIVOT (max(web.users.id) FOR country IN ('ch'))"))
        .containsExactly("name varchar", "ch bigint");
    assertThat(
            columns(
                "SELECT * FROM (SELECT id, ok, device FROM web.events)"
                    + " PIVOT (max(device.geo.lat) FOR ok IN (true))"))
        .containsExactly("id bigint", "true double");
  }

  @Test
  void aParameterOfALambdaIsNoColumn() {
    assertThat(
            columns(
                "SELECT * FROM (SELECT nums, ok, share AS x FROM web.events)"
                    + " PIVOT (max(reduce(nums, 0, (s, x) -> s + x, s -> s)) FOR ok IN (true))"))
        .containsExactly("x real", "true integer");
  }

  @Test
  void aTimeSplitOverKeysUsesTheKeys() {
    assertThat(
            columns("SELECT * FROM web.hourly PIVOT (count(*) FOR datetime IN ('2026-03-01-00'))"))
        .containsExactly("id bigint", "region varchar", "2026-03-01-00 bigint");
  }

  @Test
  void anAggregateMayHaveAnOrder() {
    assertThat(
            canonical(
                "SELECT * FROM (SELECT id, country, name FROM web.users)"
                    + " PIVOT (array_agg(name ORDER BY id) FOR country IN ('ch'))"))
        .contains(
            "ARRAY_AGG(\"t\".\"name\" ORDER BY \"t\".\"id\") FILTER (WHERE \"t\".\"country\" = 'ch')")
        .doesNotContain("GROUP BY");
  }

  @Test
  void itsSizeIsLimited() {
    String wide = "concat(" + String.join(", ", Collections.nCopies(1000, "name")) + ")";
    String values =
        IntStream.range(0, 1000).mapToObj(i -> "'v" + i + "'").collect(Collectors.joining(", "));
    assertThat(
            error(
                "SELECT * FROM web.users PIVOT (max("
                    + wide
                    + ") FOR country IN ("
                    + values
                    + "))"))
        .hasMessage(
            "PIVOT repeats its aggregates for each value, which makes more than 500000 parts at line"
                + " 1, column 25; name fewer values or aggregates");
  }

  @Test
  void qualifiedNamesAreUsedColumnsToo() {
    String expanded =
        "SELECT * FROM (SELECT name, max(id) FILTER (WHERE country = 'ch') AS ch"
            + " FROM web.users u GROUP BY name) p";
    assertThat(columns("SELECT * FROM web.users u PIVOT (max(u.id) FOR country IN ('ch')) AS p"))
        .isEqualTo(columns(expanded));
    assertThat(
            columns("SELECT p.ch FROM web.users PIVOT (max(web.users.id) FOR country IN ('ch')) p"))
        .containsExactly("ch bigint");
    assertThat(
            columns("SELECT y.b FROM web.users x PIVOT (max(x.id) FOR country IN ('ch')) y (a, b)"))
        .containsExactly("b bigint");
  }
}
