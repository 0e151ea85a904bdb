package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.bind;
import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT device.geo.lat FROM web.events",
        "SELECT events.device.geo.lat FROM web.events",
        "SELECT web.events.device.geo.lat FROM web.events",
        "SELECT \"Device\".`GEO`.Lat FROM web.events",
        "SELECT EVENTS.\"device\".geo.lat FROM WEB.Events",
      })
  void everyFormOfANameLeadsToTheSameField(String sql) {
    assertThat(canonical(sql))
        .isEqualTo(
            "SELECT \"events\".\"device\".\"geo\".\"lat\" FROM \"web\".\"events\" AS \"events\"");
  }

  @Test
  void aPathMayBeOneQuotedName() {
    assertThat(canonical("SELECT \"device.geo.lat\", e.\"device.os\" FROM web.events e"))
        .isEqualTo(
            "SELECT \"e\".\"device\".\"geo\".\"lat\" AS \"device.geo.lat\","
                + " \"e\".\"device\".\"os\" AS \"device.os\" FROM \"web\".\"events\" AS \"e\"");
    assertThat(
            columns(
                "SELECT \"device.os\", count(*) AS n FROM web.events WHERE \"device.e\" = 1"
                    + " GROUP BY \"device.os\" ORDER BY \"device.os\""))
        .containsExactly("device.os varchar", "n bigint");
    assertThat(columns("SELECT t.\"device.os\" FROM (SELECT \"device.os\" FROM web.events) t"))
        .containsExactly("device.os varchar");
    assertThat(error("SELECT \"device.so\" FROM web.events"))
        .hasMessageContaining("device.so")
        .hasMessageContaining("device.os");
    assertThat(error("SELECT \"device.\" FROM web.events").code())
        .isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
  }

  @Test
  void keywordsAndOddNamesAreNamesWhenQuoted() {
    assertThat(
            canonical(
                "SELECT \"select\", \"group\", \"a \"\"b\"\"\", `x``y`, \"a.b\" FROM web.odd"))
        .isEqualTo(
            "SELECT \"odd\".\"select\", \"odd\".\"group\", \"odd\".\"a \"\"b\"\"\","
                + " \"odd\".\"x`y\", \"odd\".\"a.b\" FROM \"web\".\"odd\" AS \"odd\"");
  }

  @Test
  void barePartitionKeysAndKeywordsAreColumns() {
    assertThat(columns("SELECT datetime, value FROM web.events WHERE datetime > 'a'"))
        .containsExactly("datetime varchar", "value integer");
  }

  @Test
  void starOverAStructGivesItsFields() {
    assertThat(columns("SELECT e.device.* FROM web.events e"))
        .containsExactly(
            "os varchar", "e integer", "geo row(lat double, lon double, city varchar)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT os FROM web.events",
        "SELECT e FROM web.events",
        "SELECT e.os FROM web.events e",
        "SELECT x.geo.lat FROM web.events x",
        "SELECT name FROM web.events WHERE os = 'a'",
        "SELECT count(*) FROM web.events GROUP BY os",
        "SELECT name FROM web.events ORDER BY os",
        "SELECT name FROM web.events ORDER BY lower(os)",
        "SELECT s.os FROM (SELECT * FROM web.events) s",
        "SELECT (SELECT max(u.name) FROM web.users u WHERE u.country = os) FROM web.events",
        "SELECT u.id FROM web.users u JOIN web.events v ON u.name = v.os",
      })
  void noNameLeadsThroughAStructThatIsNotWritten(String sql) {
    SluiceException error = error(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(error).hasMessageContaining("did you mean device.");
    assertThat(error.position()).isPresent();
  }

  @Test
  void aNamedQueryShadowsNoTableOfADatabase() {
    assertThat(canonical("WITH users AS (SELECT 1 AS x) SELECT u.id FROM users, web.users u"))
        .isEqualTo(
            "WITH \"users\" AS (SELECT 1 AS \"x\") SELECT \"u\".\"id\""
                + " FROM \"users\" AS \"users\", \"web\".\"users\" AS \"u\"");
  }

  @Test
  void innerAliasesHideOuterOnes() {
    assertThat(
            canonical(
                "SELECT e.name FROM web.events e"
                    + " WHERE e.id IN (SELECT e.id FROM web.users e WHERE e.country = 'x')"))
        .isEqualTo(
            "SELECT \"e\".\"name\" FROM \"web\".\"events\" AS \"e\" WHERE \"e\".\"id\" IN"
                + " (SELECT \"e_2\".\"id\" FROM \"web\".\"users\" AS \"e_2\""
                + " WHERE \"e_2\".\"country\" = 'x')");
  }

  @Test
  void subqueriesReachTwoLevelsOut() {
    assertThat(
            canonical(
                "SELECT name FROM web.events e WHERE EXISTS (SELECT 1 FROM web.users u WHERE EXISTS"
                    + " (SELECT 1 FROM web.visits v WHERE v.id = e.id AND v.n = u.id))"))
        .contains("\"v\".\"id\" = \"e\".\"id\" AND \"v\".\"n\" = \"u\".\"id\"");
  }

  @Test
  void columnsThatATablesAliasRenamesKeepTheirOwnNamesInTheText() {
    String sql = "SELECT * FROM web.users AS u (a, b, c) WHERE a = 1";
    assertThat(columns(sql)).containsExactly("a bigint", "b varchar", "c varchar");
    assertThat(canonical(sql))
        .isEqualTo(
            "SELECT \"u\".\"id\" AS \"a\", \"u\".\"name\" AS \"b\", \"u\".\"country\" AS \"c\""
                + " FROM \"web\".\"users\" AS \"u\" WHERE \"u\".\"id\" = 1");
    assertThat(bind(sql).references()).extracting(ColumnReference::column).contains("country");
  }

  @Test
  void tableIsShortForAStar() {
    assertThat(columns("TABLE web.users"))
        .containsExactly("id bigint", "name varchar", "country varchar");
  }

  @Test
  void expressionsWithoutANameAreNumbered() {
    assertThat(columns("SELECT n + 1, 2 FROM web.events"))
        .containsExactly("_col0 integer", "_col1 integer");
    assertThat(columns("SELECT * FROM (SELECT 1), (SELECT 2)"))
        .containsExactly("_col0 integer", "_col1 integer");
    assertThat(canonical("SELECT * FROM (SELECT 1), (SELECT 2)"))
        .isEqualTo(
            "SELECT \"t\".\"_col0\", \"t_2\".\"_col0\" AS \"_col1\""
                + " FROM (SELECT 1 AS \"_col0\") AS \"t\", (SELECT 2 AS \"_col0\") AS \"t_2\"");
  }

  @Test
  void qualifyKnowsTheNamesOfTheOutput() {
    assertThat(columns("SELECT n, rank() OVER (ORDER BY n) r FROM web.events QUALIFY r = 1"))
        .containsExactly("n integer", "r bigint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT n x FROM web.events WHERE x = 1",
        "SELECT n x, count(*) FROM web.events GROUP BY x",
        "SELECT n, count(*) c FROM web.events GROUP BY n HAVING c > 1",
        "SELECT v FROM (VALUES 1) AS v",
        "SELECT w FROM web.events CROSS JOIN UNNEST(words) AS w",
      })
  void whereGroupByAndHavingKnowNoOutputNames(String sql) {
    assertThat(error(sql).code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
  }

  @Test
  void groupByAndOrderByTakeOrdinals() {
    assertThat(canonical("SELECT n + 1, count(*) FROM web.events GROUP BY 1 ORDER BY 2 DESC"))
        .isEqualTo(
            "SELECT \"events\".\"n\" + 1 AS \"_col0\", COUNT(*) AS \"_col1\""
                + " FROM \"web\".\"events\" AS \"events\" GROUP BY \"events\".\"n\" + 1"
                + " ORDER BY 2 DESC");
    assertThat(error("SELECT n FROM web.events ORDER BY 2").code())
        .isEqualTo(ErrorCode.INVALID_QUERY);
  }

  @Test
  void aSetOfQueriesIsCalledAsItsFirst() {
    assertThat(
            columns("SELECT id AS a FROM web.users UNION SELECT n AS b FROM web.events ORDER BY a"))
        .containsExactly("a bigint");
  }

  @Test
  void theCatalogMayBeNamed() {
    assertThat(
            canonical(
                "SELECT \"AwsDataCatalog\".web.users.id, users.*"
                    + " FROM awsdatacatalog.web.users WHERE awsdatacatalog.web.users.id > 1"))
        .isEqualTo(canonical("SELECT web.users.id, users.* FROM web.users WHERE web.users.id > 1"));
    assertThat(error("SELECT 1 FROM hive.web.users"))
        .hasMessage(
            "Table hive.web.users not found at line 1, column 15; name it as database.table");
  }

  @Test
  void aTableMayStandInParentheses() {
    assertThat(canonical("SELECT u.id FROM ((web.users u)) JOIN (web.visits) ON u.id = visits.id"))
        .isEqualTo(canonical("SELECT u.id FROM web.users u JOIN web.visits ON u.id = visits.id"));
  }

  @Test
  void functionsWithoutParenthesesAreNoColumns() {
    assertThat(error("SELECT current_user FROM web.users"))
        .hasMessage("Function current_user is not supported at line 1, column 8");
  }

  @Test
  void allGroupsAreTheDefault() {
    assertThat(canonical("SELECT id FROM web.users GROUP BY ALL id, ROLLUP (name)"))
        .isEqualTo(canonical("SELECT id FROM web.users GROUP BY id, ROLLUP (name)"));
    assertThat(canonical("SELECT id FROM web.users GROUP BY ALL GROUPING SETS ((id), (id, name))"))
        .isEqualTo(canonical("SELECT id FROM web.users GROUP BY GROUPING SETS ((id), (id, name))"));
  }
}
