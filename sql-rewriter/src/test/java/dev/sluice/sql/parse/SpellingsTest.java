package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written out before the grammar sees it: numbers, literals, joins. */
class SpellingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1_000_000|1000000",
        "0xFF|255",
        "0X_ff_FF|65535",
        "0o17|15",
        "0b10_10|10",
        "1_0.5_0|10.50",
        "1_0.|10.",
        "-0xFF|-255",
        "0xFFFFFFFFFFFFFFFFFFFF|1208925819614629174706175"
      })
  void numbersOfEveryBase(String spelled, String plain) {
    assertThat(Parsed.text("SELECT " + spelled)).isEqualTo("SELECT " + plain);
    assertThat(Parsed.text("SELECT x[" + spelled + "]FROM t"))
        .isEqualTo("SELECT `x`[" + plain + "] FROM `t`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1__0", "1_", "0x", "0xFG", "0b12", "0o8", "1_0e5", "0x1_", "1_a"})
  void whatIsNoNumberIsNone(String spelled) {
    assertThatThrownBy(() -> Parsed.tree("SELECT " + spelled))
        .hasMessageContaining("quote a name that begins with a digit");
  }

  @Test
  void aNumberOfManyPartsIsRefusedAtOnce() {
    assertThatThrownBy(() -> Parsed.tree("SELECT 1" + "_1".repeat(20_000)))
        .hasMessageContaining("Syntax error at line 1, column 8");
    assertThatThrownBy(() -> Parsed.tree("SELECT 0x" + "f".repeat(100_000)))
        .hasMessageContaining("Syntax error at line 1, column 8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CHAR 'it''s'|CAST('it''s' AS CHAR(4))",
        "JSON '[1]'|`json_parse`('[1]')",
        "UUID 'x'|CAST('x' AS `uuid`)",
        "ipaddress '::1'|CAST('::1' AS `ipaddress`)",
        "X'c0 ff\tee'|X'C0FFEE'"
      })
  void literalsOfEveryType(String literal, String expected) {
    assertThat(Parsed.text("SELECT " + literal)).isEqualToIgnoringCase("SELECT " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a JOIN b JOIN c ON x ON y|a JOIN (b JOIN c ON x) ON y",
        "a LEFT JOIN b JOIN c USING (x) ON y|a LEFT JOIN (b JOIN c USING (x)) ON y",
        "a JOIN b JOIN c JOIN d ON x ON y ON z|a JOIN (b JOIN (c JOIN d ON x) ON y) ON z",
        "a JOIN b CROSS JOIN c ON x|a JOIN (b CROSS JOIN c) ON x",
        "a JOIN b NATURAL LEFT JOIN c ON x|a JOIN (b NATURAL LEFT JOIN c) ON x",
        "a JOIN b JOIN c ON x JOIN d ON y ON z|a JOIN ((b JOIN c ON x) JOIN d ON y) ON z",
        "a JOIN (SELECT 1 FROM p JOIN q ON x) AS b JOIN c ON y ON z"
            + "|a JOIN ((SELECT 1 FROM p JOIN q ON x) AS b JOIN c ON y) ON z",
        "a JOIN b ON x JOIN c ON y|(a JOIN b ON x) JOIN c ON y",
        "a CROSS JOIN b JOIN c ON x|(a CROSS JOIN b) JOIN c ON x",
        "p, a JOIN b JOIN c ON x ON y, q|p, a JOIN (b JOIN c ON x) ON y, q"
      })
  void aJoinWhoseConditionComesLater(String written, String meant) {
    assertThat(Parsed.text("SELECT 1 FROM " + written))
        .isEqualTo(Parsed.text("SELECT 1 FROM " + meant));
  }

  @Test
  void aJoinWithoutItsConditionIsStillAnError() {
    assertThatThrownBy(() -> Parsed.tree("SELECT 1 FROM a JOIN b JOIN c ON x JOIN d USING ON y"))
        .hasMessageContaining("found 'ON'");
  }

  @Test
  void manyJoinsWhoseConditionsComeLaterNestTooDeep() {
    String joins = " JOIN b".repeat(20_000) + " ON x".repeat(20_000);
    assertThatThrownBy(() -> Parsed.tree("SELECT 1 FROM a" + joins)).hasMessageContaining("nests");
  }

  @Test
  void starsOfRowsAndNamesForStars() {
    assertThat(Parsed.text("SELECT ROW(1, 2).*, t.* AS (a, b), (r).* AS (rows, range) FROM t"))
        .contains(".*");
    assertThatThrownBy(() -> Parsed.tree("SELECT ROW(1, 2).* x")).hasMessageContaining("'x'");
    assertThatThrownBy(() -> Parsed.tree("SELECT 1 FROM t WHERE ROW(1, 2).*"))
        .hasMessageContaining("'*'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row(bigint, varchar(3))|ROW(`field0` BIGINT, `field1` VARCHAR(3))",
        "row(x bigint, decimal(3,2))|ROW(`x` BIGINT, `field1` DECIMAL(3, 2))",
        "row(date date, time)|ROW(`date` DATE, `field1` TIME)",
        "row(row(integer), array(double precision))"
            + "|ROW(`field0` ROW(`field0` INTEGER), `field1` DOUBLE ARRAY)",
        "row(string, \"bigint\" string)|ROW(`field0` `string`, `bigint` `string`)"
      })
  void rowsOfFieldsWithoutNames(String type, String expected) {
    assertThat(Parsed.text("SELECT CAST(x AS " + type + ") FROM t").replace(" NULL", ""))
        .isEqualTo("SELECT CAST(`x` AS " + expected + ") FROM `t`");
  }
}
