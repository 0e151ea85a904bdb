package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowPartsTest {
  @Test
  void aRowIsTakenApart() {
    assertThat(columns("SELECT ROW(id, 'a').*, ROW(1, name).* AS (n, t) FROM web.users"))
        .containsExactly("_col0 bigint", "_col1 varchar(1)", "n integer", "t varchar");
    assertThat(canonical("SELECT ROW(id, name)[2] AS x FROM web.users"))
        .isEqualTo(canonical("SELECT name AS x FROM web.users"));
    assertThat(columns("SELECT CAST(ROW(1, 2) AS row(a bigint, b double)).*"))
        .containsExactly("a bigint", "b double");
    assertThat(columns("SELECT CAST(ROW(1, 2) AS row(bigint, b double)).* AS (x, y)"))
        .containsExactly("x bigint", "y double");
  }

  @Test
  void aStarOfATableIsGivenNames() {
    assertThat(columns("SELECT u.* AS (a, b) FROM (SELECT id, name FROM web.users) AS u"))
        .containsExactly("a bigint", "b varchar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROW(1, 2)[3]|a number from 1 to 2",
        "ROW(1, 2)[0]|a number from 1 to 2",
        "ROW(1, 2)[id]|a number from 1 to 2",
        "ROW(1, 2).field0|A ROW names no fields",
        "CAST(ROW(random(), 2) AS row(a double, b bigint)).*|Only columns",
        "(SELECT ROW(1, 2)).*|Only columns",
        "id.*|is bigint, which has no fields",
        "abs(id).*|The row is bigint, which has no fields",
        "ROW(1, 2).* AS (a)|1 names where it has 2 columns",
        "* AS (a)|Only a star of a table or a row",
        "id AS (a)|Only a star of a table or a row"
      })
  void whatCannotBeTakenApartIsRefused(String item, String message) {
    assertThatThrownBy(() -> columns("SELECT " + item + " FROM web.users"))
        .hasMessageContaining(message);
  }
}
