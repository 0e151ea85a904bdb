package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that Trino does not reserve is a name wherever a name may stand. */
class NamesTest {
  static Stream<String> words() {
    return IntStream.range(0, SluiceSqlParserConstants.tokenImage.length)
        .filter(kind -> WordKinds.isWord(kind) && !WordKinds.isReserved(kind))
        .mapToObj(kind -> SluiceSqlParserConstants.tokenImage[kind])
        .map(image -> image.substring(1, image.length() - 1).toLowerCase(Locale.ROOT));
  }

  private static String unquoted(String sql) {
    return Parsed.text(sql).replace("`", "");
  }

  @Test
  void nameAColumn() {
    words()
        .forEach(
            word -> {
              assertThat(unquoted("SELECT " + word + " FROM t"))
                  .isEqualTo("SELECT " + word + " FROM t");
              assertThat(
                      unquoted(
                          "SELECT a, "
                              + word
                              + ", b FROM t WHERE "
                              + word
                              + " = 1 AND x < "
                              + word))
                  .isEqualTo(
                      "SELECT a, " + word + ", b FROM t WHERE " + word + " = 1 AND x < " + word);
              assertThat(unquoted("SELECT 1 FROM t GROUP BY " + word + " ORDER BY " + word))
                  .isEqualTo("SELECT 1 FROM t GROUP BY " + word + " ORDER BY " + word);
              assertThat(unquoted("SELECT f(" + word + ") FROM t"))
                  .isEqualTo("SELECT f(" + word + ") FROM t");
            });
  }

  @Test
  void nameATable() {
    words()
        .forEach(
            word -> {
              assertThat(unquoted("SELECT 1 FROM " + word)).isEqualTo("SELECT 1 FROM " + word);
              assertThat(unquoted("SELECT 1 FROM db." + word + " AS x"))
                  .isEqualTo("SELECT 1 FROM db." + word + " AS x");
              assertThat(unquoted("SELECT 1 FROM " + word + ".t JOIN u ON a"))
                  .isEqualTo("SELECT 1 FROM " + word + ".t INNER JOIN u ON a");
            });
  }

  @Test
  void nameAnAlias() {
    words()
        .forEach(
            word -> {
              assertThat(unquoted("SELECT a AS " + word + " FROM t AS " + word))
                  .isEqualTo("SELECT a AS " + word + " FROM t AS " + word);
              assertThat(
                      unquoted("SELECT " + word + ".a FROM t AS " + word + " WHERE " + word + ".b"))
                  .isEqualTo("SELECT " + word + ".a FROM t AS " + word + " WHERE " + word + ".b");
              assertThat(unquoted("WITH " + word + " AS (SELECT 1) SELECT 1 FROM " + word))
                  .isEqualTo("WITH " + word + " AS (SELECT 1) SELECT 1 FROM " + word);
              assertThat(unquoted("SELECT a " + word + ", b FROM t " + word + " WHERE c"))
                  .isEqualTo("SELECT a AS " + word + ", b FROM t AS " + word + " WHERE c");
            });
  }

  @Test
  void nameAFieldOfAStruct() {
    words()
        .forEach(
            word -> {
              assertThat(
                      unquoted(
                          "SELECT t.s." + word + ", s." + word + ".x, a[1]." + word + " FROM t"))
                  .isEqualTo("SELECT t.s." + word + ", s." + word + ".x, a[1]." + word + " FROM t");
              assertThat(unquoted("SELECT CAST(a AS row(" + word + " bigint)) FROM t"))
                  .isEqualTo("SELECT CAST(a AS ROW(" + word + " BIGINT NULL)) FROM t");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "session_user", "system_user", "pi", "sysdate"})
  void areColumnsWhereCalcitesValidatorWouldSeeAFunction(String word) {
    SqlSelect select = (SqlSelect) Parsed.tree("SELECT " + word + " FROM t");
    SqlIdentifier column = (SqlIdentifier) select.getSelectList().get(0);
    assertThat(column.isComponentQuoted(0)).isTrue();
    assertThat(column.getParserPosition().getColumnNum()).isEqualTo(8);
    assertThat(column.getParserPosition().getEndColumnNum()).isEqualTo(7 + word.length());
  }

  @Test
  void standBesideTheGrammarOfTheSameWords() {
    assertThat(
            unquoted(
                "SELECT date, DATE '2020-01-01', timestamp, TIMESTAMP '2020-01-01 00:00:00', "
                    + "EXTRACT(YEAR FROM year), position, POSITION('a' IN value), "
                    + "interval, INTERVAL '1' DAY, day FROM t limit LIMIT 5"))
        .isEqualTo(
            "SELECT date, DATE '2020-01-01', timestamp, TIMESTAMP '2020-01-01 00:00:00', "
                + "EXTRACT(YEAR FROM year), position, POSITION('a' IN value), "
                + "interval, INTERVAL '1' DAY, day FROM t AS limit FETCH NEXT 5 ROWS ONLY");
    assertThat(
            unquoted(
                "SELECT sum(rows) OVER (PARTITION BY range ORDER BY rows ROWS 1 PRECEDING)"
                    + ", filter FROM t offset OFFSET 2"))
        .isEqualTo(
            "SELECT SUM(rows) OVER (PARTITION BY range ORDER BY rows ROWS 1 PRECEDING)"
                + ", filter FROM t AS offset OFFSET 2 ROWS");
  }
}
