package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.error;
import static dev.sluice.sql.Queries.types;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that blanks fill up, as Trino 411 has it: {@code code} is a char(3). */
class CharTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "cast(name AS char);char(1)",
        "cast(name AS char(5));char(5)",
        "cast(NULL AS char(5));char(5)",
        "CHAR 'abc ';char(4)",
        "cast(code AS char(5));char(5)",
        "cast(code AS varchar);varchar",
        "cast(code AS varchar(2));varchar(2)",
        "cast(ARRAY['a'] AS array(char(3)));array(char(3))",
        "upper(code);char(3)",
        "trim(code);varchar(3)",
        "substr(code, 2);varchar(3)",
        "length(code);bigint",
        "code LIKE 'a%';boolean",
        "code = 'a     ';boolean",
        "code || 'b';char(4)",
        "'ab' || code;char(5)",
        "code || cast('a' AS char(2));char(5)",
        "concat(code, 'b');char(4)",
        "coalesce(code, 'abcdefg');char(7)",
        "coalesce(code, name);char(65536)",
        "if(ok, code, 'a');char(3)",
        "nullif(code, 'a');char(3)",
      })
  void expressionsHaveTheTypeThatTrinoGivesThem(String expression, String type) {
    assertThat(types(expression)).containsExactly(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "cast(n AS char(5));Cannot cast integer to char(5)",
        "cast(d AS char(12));Cannot cast date to char(12)",
        "cast(code AS integer);Cannot cast char(3) to integer",
        "cast(code AS json);Cannot cast char(3) to json",
        "cast(name AS char(65537));A char has at most 65536 characters",
        "code || name;Operator || cannot take char(3) and varchar",
        "concat(code, 'b', 'c');Function concat cannot take char(3) and varchar(1) and varchar(1)",
        "replace(code, 'a', 'b');Function replace cannot take char(3) and varchar(1) and varchar(1)",
        "strpos(code, 'a');Function strpos cannot take char(3) and varchar(1)",
        "split_part(code, 'a', 1);Function split_part cannot take",
        "date(code);Function date cannot take char(3)",
        "json_extract(code, '$.a');Function json_extract cannot take",
        "reverse(code);Function reverse cannot take char(3)",
      })
  void saysWhatTrinoDoesNotTake(String expression, String message) {
    assertThat(error("SELECT " + expression + " FROM web.events")).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT code FROM web.events UNION SELECT name FROM web.events|char(3) and varchar",
        "SELECT code FROM web.events UNION ALL SELECT 'abcd'|char(3) and varchar(4)",
        "VALUES CHAR 'a', CHAR 'ab'|char(1) and char(2)",
      })
  void rowsOfOneColumnAreFilledUpAlike(String sql, String types) {
    assertThat(error(sql)).hasMessageContaining("is " + types + " at");
  }
}
