package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.SluiceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT nme FROM web.events|Column nme not found at line 1, column 8; did you mean name?",
        "SELECT evnts.name FROM web.users|Column evnts.name not found at line 1, column 8; did you mean users.name?",
        "SELECT device.geo.cty FROM web.events e|Column device.geo.cty not found at line 1, column 8; did you mean device.geo.city or device.geo.lat or device.geo.lon?",
        "SELECT id FROM web.users a, web.users b|Column id is ambiguous at line 1, column 8; it could be a.id or b.id",
        "SELECT lower(n) FROM web.events|Function lower cannot take integer at line 1, column 8; cast to varchar, for example CAST(… AS varchar)",
        "SELECT n + name FROM web.events|Operator + cannot take integer and varchar at line 1, column 8; cast the text to a number, for example CAST(… AS double)",
        "SELECT n = name FROM web.events|Cannot compare integer with varchar at line 1, column 8; cast one of them, for example CAST(… AS integer)",
        "SELECT 1 FROM web.users WHERE id IN (SELECT name FROM web.users)|Cannot compare bigint with varchar at line 1, column 31; cast one of them, for example CAST(… AS bigint)",
        "SELECT lower(name, name) FROM web.events|Function lower takes 1 argument, not 2, at line 1, column 8",
        "SELECT lowr(name) FROM web.events|Function lowr is not known at line 1, column 8; did you mean lower?",
        "SELECT 1 FROM web.events WHERE sum(n) > 1|An aggregate cannot stand in the WHERE clause at line 1, column 32; HAVING can hold it",
        "SELECT name, sum(n) FROM web.events|name is neither grouped by nor inside an aggregate at line 1, column 8",
        "SELECT 1 FROM web.events WHERE name|The WHERE clause must be a boolean at line 1, column 32",
        "SELECT cast(words AS integer) FROM web.events|Cannot cast array(varchar) to integer at line 1, column 8",
        "SELECT tags[1] FROM web.events|[ ] cannot be applied to map(varchar, varchar) and integer at line 1, column 8",
        "SELECT TIMESTAMP '12020-01-01 00:00:00'|A TIMESTAMP of a year beyond 9999 is not supported in a literal at line 1, column 8",
        "SELECT DATE '12020-01-01'|A DATE of a year beyond 9999 is not supported in a literal at line 1, column 8",
        "SELECT ? FROM web.events|The type of parameter 1 cannot be told at line 1, column 8; write CAST(? AS …) with the type that it has, for example CAST(? AS varchar)",
        "SELECT count(n, n) FROM web.events|Function count takes 1 argument, not 2, at line 1, column 8",
        "SELECT max(n) AS n FROM web.events ORDER BY sum(n)|An aggregate in ORDER BY takes no output column: n at line 1, column 49 is one; qualify the name to mean a table's column",
        "SELECT 1 FROM web.users TABLESAMPLE BERNOULLI (101)|TABLESAMPLE takes a percentage from 0 to 100 at line 1, column 25",
        "SELECT 1 FROM web.users TABLESAMPLE SYSTEM (10) REPEATABLE (3)|TABLESAMPLE … REPEATABLE is not supported at line 1, column 25; drop REPEATABLE",
        "SELECT id FROM web.users ORDER BY id FETCH FIRST 0 ROWS WITH TIES|FETCH … WITH TIES takes one row at least at line 1, column 50",
        "SELECT id FROM web.users FETCH FIRST 2 ROWS WITH TIES|FETCH … WITH TIES needs ORDER BY to tell which rows tie at line 1, column 38; add ORDER BY",
      })
  void saysWhatWhereAndWhatToDo(String sql, String message) {
    SluiceException error = error(sql);
    assertThat(error).hasMessage(message);
    assertThat(error.position()).isPresent();
  }
}
