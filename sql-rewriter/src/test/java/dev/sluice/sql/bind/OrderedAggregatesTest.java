package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.columns;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedAggregatesTest {
  private static String listagg(String arguments, String after) {
    return canonical(
        "SELECT listagg(" + arguments + ") WITHIN GROUP (ORDER BY " + after + " FROM web.users");
  }

  @Test
  void aFilterOfListaggIsACaseSinceItLeavesNullsOut() {
    assertThat(listagg("name, ','", "id) FILTER (WHERE id > 1)"))
        .isEqualTo(listagg("CASE WHEN id > 1 THEN name END, ','", "id)"));
    assertThat(listagg("DISTINCT name", "name DESC NULLS FIRST) FILTER (WHERE id > 1)"))
        .isEqualTo(
            listagg(
                "DISTINCT CASE WHEN id > 1 THEN name END",
                "CASE WHEN id > 1 THEN name END DESC NULLS FIRST)"));
  }

  @Test
  void aPivotTakesListaggToo() {
    assertThat(
            canonical(
                "SELECT * FROM (SELECT id, name, country FROM web.users) PIVOT"
                    + " (listagg(name, ',') WITHIN GROUP (ORDER BY id) FOR country IN ('ch')) p"))
        .isEqualTo(
            canonical(
                "SELECT * FROM (SELECT listagg(CASE WHEN country = 'ch' THEN name END, ',')"
                    + " WITHIN GROUP (ORDER BY id) AS ch"
                    + " FROM (SELECT id, name, country FROM web.users)) p"));
  }

  @Test
  void toFailWhenTheTextIsTooLongIsWhatListaggDoesAnyway() {
    assertThat(listagg("name, ',' ON OVERFLOW ERROR", "id)"))
        .isEqualTo(listagg("name, ','", "id)"));
    assertThat(listagg("name ON OVERFLOW ERROR", "id)")).isEqualTo(listagg("name", "id)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name, ',' ON OVERFLOW TRUNCATE '~' WITH COUNT|LISTAGG(\"users\".\"name\", ',' ON OVERFLOW TRUNCATE '~' WITH COUNT)",
        "name, ',' ON OVERFLOW TRUNCATE WITHOUT COUNT|LISTAGG(\"users\".\"name\", ',' ON OVERFLOW TRUNCATE '...' WITHOUT COUNT)",
        "DISTINCT name ON OVERFLOW TRUNCATE WITH COUNT|LISTAGG(DISTINCT \"users\".\"name\", '' ON OVERFLOW TRUNCATE '...' WITH COUNT)",
      })
  void sayingHowToTruncateIsKept(String arguments, String printed) {
    assertThat(listagg(arguments, "name)")).contains(printed + " WITHIN GROUP (ORDER BY");
  }

  @Test
  void theWordsOfOverflowAreNamesElsewhere() {
    assertThat(
            columns(
                "SELECT overflow, error, truncate, without, count FROM (SELECT 1 AS overflow,"
                    + " 2 AS error, 3 AS truncate, 4 AS without, 5 AS count) t"
                    + " JOIN web.users ON overflow = error"))
        .containsExactly(
            "overflow integer",
            "error integer",
            "truncate integer",
            "without integer",
            "count integer");
    assertThat(columns("WITH count AS (SELECT 1 AS x) SELECT x FROM count"))
        .containsExactly("x integer");
  }
}
