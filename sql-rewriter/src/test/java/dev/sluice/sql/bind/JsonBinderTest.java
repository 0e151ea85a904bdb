package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json_exists(name, 'lax $.a')|boolean",
        "json_value(name, 'strict $.a')|varchar",
        "json_value(name, 'lax $.a' RETURNING decimal(5,2) DEFAULT 1.5 ON EMPTY)|decimal(5,2)",
        "json_value(name, 'lax $.a' RETURNING double DEFAULT id ON EMPTY)|double",
        "json_query(to_utf8(name) FORMAT JSON ENCODING UTF8, 'lax $.a')|varchar",
        "json_query(name, 'lax $.a' RETURNING varchar(10))|varchar(10)",
        "json_object(name VALUE id, 'x' : json_array(1, NULL, date '2020-01-01'))|varchar",
        "json_array(count(*), true)|varchar"
      })
  void hasTrinosTypes(String call, String type) {
    assertThat(columns("SELECT " + call + " AS x FROM web.users" + grouped(call)))
        .containsExactly("x " + type);
  }

  private static String grouped(String call) {
    return call.contains("count(") ? "" : " WHERE id > 1";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json_value(id, 'lax $')|Function json_value cannot take",
        "json_value(json_parse(name), 'lax $')|Function json_value cannot take json here",
        "json_value(name FORMAT JSON ENCODING UTF8, 'lax $')|cannot take varchar here",
        "json_value(name, '$.a')|A JSON path begins with lax or strict",
        "json_value(name, 'lax $' RETURNING bigint DEFAULT 'x' ON EMPTY)|The DEFAULT is varchar(1)",
        "json_value(name, 'lax $' RETURNING integer DEFAULT BIGINT '7' ON EMPTY)|not integer",
        "json_value(name, 'lax $' RETURNING array(bigint))|cannot return array(bigint)",
        "json_query(name, 'lax $' RETURNING bigint)|Function json_query cannot return bigint",
        "json_object(id : 1)|Function json_object cannot take",
        "json_array(X'00')|cannot take varbinary as a value",
        "json_value(name, 'lax $' RETURNING varbinary)|cannot return varbinary",
        "json_array(ARRAY[1])|cannot take array(integer) as a value",
        "json_valu(name, 'lax $')|did you mean json_value"
      })
  void refusesWhatTrinoRefuses(String call, String message) {
    assertThatThrownBy(() -> columns("SELECT " + call + " FROM web.users"))
        .hasMessageContaining(message);
  }

  @Test
  void aGroupedCallIsNotOneWithOtherWords() {
    assertThatThrownBy(
            () ->
                columns(
                    "SELECT json_value(name, 'lax $' ERROR ON ERROR) FROM web.users"
                        + " GROUP BY json_value(name, 'lax $' NULL ON ERROR)"))
        .hasMessageContaining("name is neither grouped by");
  }
}
