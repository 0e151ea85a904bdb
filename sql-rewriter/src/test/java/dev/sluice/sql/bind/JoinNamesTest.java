package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinNamesTest {

  @Test
  void usingBecomesOnAndItsColumnStandsForBoth() {
    assertThat(canonical("SELECT id, u.name FROM web.users u JOIN web.bytes b USING (id)"))
        .isEqualTo(
            "SELECT \"u\".\"id\", \"u\".\"name\" FROM \"web\".\"users\" AS \"u\""
                + " INNER JOIN \"web\".\"bytes\" AS \"b\" ON \"u\".\"id\" = \"b\".\"id\"");
    assertThat(canonical("SELECT id FROM web.users u RIGHT JOIN web.bytes b USING (id)"))
        .startsWith("SELECT \"b\".\"id\" FROM");
    assertThat(canonical("SELECT id FROM web.users u FULL JOIN web.bytes b USING (id)"))
        .startsWith("SELECT COALESCE(\"u\".\"id\", \"b\".\"id\") AS \"id\" FROM");
  }

  @Test
  void aStarGivesTheColumnsOfUsingOnceAndFirst() {
    assertThat(columns("SELECT * FROM web.visits v JOIN web.users u USING (name, id)"))
        .containsExactly(
            "name varchar",
            "id bigint",
            "n integer",
            "datetime varchar",
            "region varchar(20)",
            "hour integer",
            "country varchar");
    assertThat(columns("SELECT u.* FROM web.visits v JOIN web.users u USING (id)"))
        .containsExactly("name varchar", "country varchar");
  }

  @Test
  void severalJoinsMergeOneColumn() {
    assertThat(
            canonical(
                "SELECT id FROM web.users u JOIN web.bytes b USING (id)"
                    + " JOIN web.visits v USING (id)"))
        .isEqualTo(
            "SELECT \"u\".\"id\" FROM \"web\".\"users\" AS \"u\" INNER JOIN \"web\".\"bytes\" AS"
                + " \"b\" ON \"u\".\"id\" = \"b\".\"id\" INNER JOIN \"web\".\"visits\" AS \"v\""
                + " ON \"u\".\"id\" = \"v\".\"id\"");
  }

  @Test
  void naturalJoinsOverWhatBothSidesHave() {
    assertThat(canonical("SELECT id, tiny FROM web.users NATURAL JOIN web.bytes"))
        .endsWith(
            "\"web\".\"users\" AS \"users\" INNER JOIN \"web\".\"bytes\" AS \"bytes\""
                + " ON \"users\".\"id\" = \"bytes\".\"id\"");
    assertThat(canonical("SELECT 1 FROM (SELECT 1 AS a) x NATURAL JOIN (SELECT 2 AS b) y"))
        .contains("CROSS JOIN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT u.id FROM web.users u JOIN web.bytes b USING (id)",
        "SELECT 1 FROM web.users u JOIN web.bytes b USING (name)",
        "SELECT 1 FROM web.users u JOIN web.bytes b USING (nothing)",
      })
  void theColumnsOfUsingHaveNoQualifierAndAreOnBothSides(String sql) {
    assertThat(error(sql).code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
  }

  @Test
  void aFieldOfAStructHidesNoColumnOfAnotherTable() {
    assertThat(columns("SELECT os FROM web.events, (SELECT 1 AS os) x"))
        .containsExactly("os integer");
    assertThat(
            columns("SELECT e FROM web.users u JOIN web.events e ON u.id = e.id, (SELECT 2 e) f"))
        .containsExactly("e integer");
  }

  @Test
  void twoColumnsOfOneNameAreAmbiguousAndAStarStillTellsThemApart() {
    String twice = "(SELECT id AS x, name AS x FROM web.users) t";
    assertThat(error("SELECT x FROM " + twice))
        .hasMessage("Column x is ambiguous at line 1, column 8; qualify it");
    assertThat(columns("SELECT * FROM " + twice)).containsExactly("x bigint", "x varchar");
    assertThat(canonical("SELECT * FROM " + twice))
        .isEqualTo(
            "SELECT \"t\".\"x\", \"t\".\"x_2\" AS \"x\" FROM (SELECT \"users\".\"id\" AS \"x\","
                + " \"users\".\"name\" AS \"x_2\" FROM \"web\".\"users\" AS \"users\") AS \"t\"");
  }
}
