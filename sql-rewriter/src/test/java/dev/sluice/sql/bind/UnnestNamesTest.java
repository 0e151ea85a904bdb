package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ErrorCode;
import org.junit.jupiter.api.Test;

class UnnestNamesTest {
  private static final String FROM = " FROM web.events e CROSS JOIN ";

  @Test
  void structsGiveTheirFieldsByName() {
    assertThat(columns("SELECT bidder, b.cpm" + FROM + "UNNEST(bids) AS b"))
        .containsExactly("bidder varchar", "cpm double");
    assertThat(columns("SELECT bidder" + FROM + "UNNEST(bids)")).containsExactly("bidder varchar");
    assertThat(columns("SELECT who" + FROM + "UNNEST(e.bids) AS b (who, cpm, deals)"))
        .containsExactly("who varchar");
  }

  @Test
  void whatHasNoNameIsNumberedAndOnlyAStarReachesIt() {
    assertThat(columns("SELECT x.*" + FROM + "UNNEST(tags) AS x"))
        .containsExactly("_col0 varchar", "_col1 varchar");
    assertThat(canonical("SELECT x.*" + FROM + "UNNEST(words) AS x"))
        .isEqualTo(
            "SELECT \"x\".\"_col0\" FROM \"web\".\"events\" AS \"e\" CROSS JOIN"
                + " UNNEST(\"e\".\"words\") AS \"x\" (\"_col0\")");
    assertThat(canonical("SELECT * FROM UNNEST(ARRAY[1, 2])"))
        .isEqualTo("SELECT \"t\".\"_col0\" FROM UNNEST(ARRAY[1, 2]) AS \"t\" (\"_col0\")");
    assertThat(error("SELECT key" + FROM + "UNNEST(tags) AS x").code())
        .isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
  }

  @Test
  void anOrdinalityIsABigint() {
    assertThat(columns("SELECT w, i" + FROM + "UNNEST(words) WITH ORDINALITY AS x (w, i)"))
        .containsExactly("w varchar", "i bigint");
    assertThat(columns("SELECT x.*" + FROM + "UNNEST(words, tags) WITH ORDINALITY AS x"))
        .containsExactly("_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 bigint");
  }

  @Test
  void arraysOfElementsUnnestInTurn() {
    assertThat(
            columns("SELECT deal" + FROM + "UNNEST(bids) b CROSS JOIN UNNEST(b.deals) AS d (deal)"))
        .containsExactly("deal varchar");
  }

  @Test
  void equalFieldsOfTwoArraysNeedNames() {
    assertThat(error("SELECT 1" + FROM + "UNNEST(bids, bids) AS b"))
        .hasMessageContaining("two columns named bidder");
    assertThat(columns("SELECT z" + FROM + "UNNEST(bids, bids) AS b (a, x, c, z, y, f)"))
        .containsExactly("z varchar");
  }

  @Test
  void countsTheNamesOfAnAlias() {
    assertThat(error("SELECT 1" + FROM + "UNNEST(bids) AS b (who)"))
        .hasMessage("The alias names 1 columns where there are 3 at line 1, column 58");
  }

  @Test
  void valuesWithoutNamesAreNumbered() {
    assertThat(canonical("VALUES (1, 'a'), (2, 'b') ORDER BY 1"))
        .isEqualTo(
            "SELECT \"t\".\"_col0\", \"t\".\"_col1\" FROM (VALUES (1, 'a'), (2, 'b'))"
                + " AS \"t\" (\"_col0\", \"_col1\") ORDER BY 1");
    assertThat(columns("SELECT * FROM (VALUES 1) AS v")).containsExactly("_col0 integer");
    assertThat(columns("SELECT v.a FROM (VALUES (1), (NULL)) AS v (a)"))
        .containsExactly("a integer");
  }

  @Test
  void anArrayOfATableToTheLeftStandsInFromAsInRedshift() {
    assertThat(canonical("SELECT e.id, b.bidder FROM web.events e, e.bids AS b"))
        .isEqualTo(
            "SELECT \"e\".\"id\", \"b\".\"bidder\" FROM \"web\".\"events\" AS \"e\","
                + " UNNEST(\"e\".\"bids\") AS \"b\" (\"bidder\", \"cpm\", \"deals\")");
    assertThat(canonical("SELECT w FROM web.events e LEFT JOIN e.words w ON true"))
        .isEqualTo(
            "SELECT \"w\".\"w\" FROM \"web\".\"events\" AS \"e\""
                + " LEFT JOIN UNNEST(\"e\".\"words\") AS \"w\" (\"w\") ON TRUE");
    assertThat(columns("SELECT k, v FROM web.events e, e.tags AS t (k, v)"))
        .containsExactly("k varchar", "v varchar");
    assertThat(error("SELECT 1 FROM web.events e, e.device d"))
        .hasMessageContaining("UNNEST takes arrays and maps, not row(");
  }

  @Test
  void aTableComesBeforeAnArrayOfTheSameName() {
    assertThat(canonical("SELECT 1 AS x FROM web.events web, web.users u"))
        .isEqualTo(
            "SELECT 1 AS \"x\" FROM \"web\".\"events\" AS \"web_2\","
                + " \"web\".\"users\" AS \"u\"");
  }
}
