package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnnestToRangeVariableTest {

  @Test
  void innerUnnestIsACommaAndItsColumnsArePaths() {
    assertThat(
            Lake.text(
                "SELECT c.id, i.sku, i.v FROM web.clicks c"
                    + " CROSS JOIN UNNEST(c.items) AS i (sku, v, notes)"))
        .isEqualTo(
            "SELECT \"c\".\"id\", \"i\".\"sku\", \"i\".\"value\" AS \"v\""
                + " FROM \"web\".\"clicks\" AS \"c\", \"c\".\"items\" AS \"i\"");
  }

  @Test
  void leftUnnestKeepsItsRows() {
    assertThat(
            Lake.text(
                "SELECT c.id, x FROM web.clicks c LEFT JOIN UNNEST(c.words) AS u (x) ON TRUE"))
        .endsWith("FROM \"web\".\"clicks\" AS \"c\" LEFT JOIN \"c\".\"words\" AS \"u\" ON TRUE");
  }

  @Test
  void mapIsItsKeysAndValues() {
    assertThat(Lake.text("SELECT k, v FROM web.clicks c CROSS JOIN UNNEST(c.tags) AS u (k, v)"))
        .startsWith("SELECT \"u\".\"key\" AS \"k\", \"u\".\"value\" AS \"v\" FROM");
  }

  @Test
  void commasStandInARowWhereverTheUnnestStood() {
    assertThat(
            Lake.text(
                "SELECT s.id, x FROM web.shops s, web.clicks c CROSS JOIN UNNEST(c.words) AS u (x)"))
        .endsWith(
            "FROM \"web\".\"shops\" AS \"s\", \"web\".\"clicks\" AS \"c\", \"c\".\"words\" AS \"u\"");
  }

  @Test
  void refusesAJoinThatTheCommaWouldTearApart() {
    assertThat(
            Lake.refusals(
                "SELECT s.id, x FROM web.clicks c CROSS JOIN UNNEST(c.words) AS u (x)"
                    + " JOIN web.shops s ON s.name = x"))
        .singleElement()
        .asString()
        .startsWith("a JOIN beside an inner UNNEST");
  }

  @Test
  void refusesALeftUnnestBesideOtherTables() {
    assertThat(
            Lake.refusals(
                "SELECT s.id, x FROM web.shops s JOIN web.clicks c ON s.id = c.id"
                    + " LEFT JOIN UNNEST(c.words) AS u (x) ON TRUE"))
        .singleElement()
        .asString()
        .startsWith("a LEFT JOIN UNNEST beside other tables");
  }
}
