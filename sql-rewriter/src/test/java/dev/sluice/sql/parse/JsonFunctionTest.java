package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFunctionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json_exists(j, 'lax $.a')|JSON_EXISTS(`j`, 'lax $.a')",
        "json_exists(j FORMAT JSON, 'lax $' PASSING 1 AS v, x AS \"w\" UNKNOWN ON ERROR)"
            + "|JSON_EXISTS(`j` FORMAT JSON, 'lax $' PASSING 1 AS v, `x` AS \"w\" UNKNOWN ON ERROR)",
        "json_exists(j format json encoding utf8, 'lax $')"
            + "|JSON_EXISTS(`j` FORMAT JSON ENCODING UTF8, 'lax $')",
        "json_value(j, 'lax $' RETURNING bigint DEFAULT 0 ON EMPTY ERROR ON ERROR)"
            + "|JSON_VALUE(`j`, 'lax $' RETURNING BIGINT DEFAULT 0 ON EMPTY ERROR ON ERROR)",
        "json_value(j, 'lax $' RETURNING decimal(5, 2) NULL ON ERROR)"
            + "|JSON_VALUE(`j`, 'lax $' RETURNING DECIMAL(5, 2) NULL ON ERROR)",
        "json_query(j, 'lax $' RETURNING varchar(9) FORMAT JSON WITH UNCONDITIONAL ARRAY WRAPPER)"
            + "|JSON_QUERY(`j`, 'lax $' RETURNING VARCHAR(9) FORMAT JSON WITH UNCONDITIONAL ARRAY"
            + " WRAPPER)",
        "json_query(j, 'lax $' omit quotes on scalar string empty array on empty error on error)"
            + "|JSON_QUERY(`j`, 'lax $' OMIT QUOTES ON SCALAR STRING EMPTY ARRAY ON EMPTY ERROR ON"
            + " ERROR)",
        "json_object()|JSON_OBJECT()",
        "json_object('a' : 1, KEY 'b' VALUE x NULL ON NULL WITH UNIQUE KEYS RETURNING varchar)"
            + "|JSON_OBJECT('a' VALUE 1, KEY 'b' VALUE `x` NULL ON NULL WITH UNIQUE KEYS RETURNING"
            + " VARCHAR)",
        "json_array(RETURNING varchar)|JSON_ARRAY(RETURNING VARCHAR)",
        "json_array(1, NULL NULL ON NULL)|JSON_ARRAY(1, NULL NULL ON NULL)",
        "json_array(json_array(1) FORMAT JSON)|JSON_ARRAY(JSON_ARRAY(1) FORMAT JSON)"
      })
  void keepsItsWords(String written, String printed) {
    assertThat(Parsed.text("SELECT " + written + " FROM t"))
        .isEqualTo("SELECT " + printed + " FROM `t`");
  }

  /** Trino reserves the functions' names and none of their words. */
  @ParameterizedTest
  @ValueSource(
      strings = {"value", "key", "path", "format", "empty", "error", "passing", "keep", "string"})
  void itsWordsAreColumnsToo(String word) {
    String column = "`" + word + "`";
    assertThat(
            Parsed.text("SELECT json_value(" + word + ", 'lax $' DEFAULT " + word + " ON EMPTY)"))
        .isEqualTo("SELECT JSON_VALUE(" + column + ", 'lax $' DEFAULT " + column + " ON EMPTY)");
    assertThat(
            Parsed.text("SELECT json_object(" + word + " VALUE " + word + ", 'x' : " + word + ")"))
        .isEqualTo(
            "SELECT JSON_OBJECT(" + column + " VALUE " + column + ", 'x' VALUE " + column + ")");
    assertThat(Parsed.text("SELECT json_array(" + word + ", a + " + word + " ABSENT ON NULL)"))
        .isEqualTo("SELECT JSON_ARRAY(" + column + ", `a` + " + column + " ABSENT ON NULL)");
  }

  @Test
  void callsAreEqualOnlyIfTheirWordsAre() {
    SqlNode one = Parsed.tree("SELECT json_value(j, 'lax $' NULL ON ERROR)");
    assertThat(
            one.equalsDeep(
                Parsed.tree("SELECT json_value(j, 'lax $' null on error)"), Litmus.IGNORE))
        .isTrue();
    assertThat(
            one.equalsDeep(
                Parsed.tree("SELECT json_value(j, 'lax $' ERROR ON ERROR)"), Litmus.IGNORE))
        .isFalse();
  }
}
