package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static SluiceException refusal(String sql) {
    SluiceException e = catchThrowableOfType(SluiceException.class, () -> Parsed.tree(sql));
    assertThat(e).as(sql).isNotNull();
    return e;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t SELECT 1 | INSERT",
        "UPDATE t SET a = 1 | UPDATE",
        "DELETE FROM t | DELETE",
        "MERGE INTO t USING u ON a WHEN MATCHED THEN DELETE | MERGE",
        "create table t as select 1 | CREATE",
        "DROP TABLE t | DROP",
        "ALTER TABLE t ADD COLUMN a int | ALTER",
        "TRUNCATE TABLE t | TRUNCATE",
        "UNLOAD (SELECT 1) TO 's3://x' | UNLOAD",
        "COPY t FROM 's3://x' | COPY",
        "GRANT SELECT ON t TO u | GRANT",
        "REVOKE SELECT ON t FROM u | REVOKE",
        "CALL p() | CALL",
        "SET x = 1 | SET",
        "USE db | USE",
        "EXPLAIN SELECT 1 | EXPLAIN",
        "SHOW TABLES | SHOW",
        "DESCRIBE t | DESCRIBE",
        "MSCK REPAIR TABLE t | MSCK",
        "WITH a AS (SELECT 1) INSERT INTO t SELECT 1 | INSERT",
        "WITH a AS (DELETE FROM t) SELECT 1 | DELETE",
        "WITH a AS (UPDATE t SET b = 1) SELECT 1 | UPDATE",
        "SELECT a INTO u FROM t | SELECT INTO",
        "DROP TABLE t; SELECT 1 | DROP"
      })
  void saysThatSluiceOnlyReads(String sql, String verb) {
    SluiceException e = refusal(sql);
    assertThat(e.code()).isEqualTo(ErrorCode.NOT_A_QUERY);
    assertThat(e).hasMessageStartingWith("Sluice only reads: " + verb + " is not a query (line ");
    assertThat(e.position()).isPresent();
  }

  @Test
  void takesWordsOfWritingAsNames() {
    assertThat(Parsed.text("SELECT set, (update), merge, t.call, show FROM copy"))
        .isEqualTo("SELECT `set`, `update`, `merge`, `t`.`call`, `show` FROM `copy`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT 1;\nSELECT 2", "SELECT 1;\nDROP TABLE t", "SELECT ';';\n/* ; */SELECT 2;"})
  void refusesASecondStatementAtItsPlace(String sql) {
    SluiceException e = refusal(sql);
    assertThat(e.code()).isEqualTo(ErrorCode.MULTIPLE_STATEMENTS);
    assertThat(e.position().orElseThrow().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "-- nothing", "/* nothing */"})
  void saysThatTheTextIsEmpty(String sql) {
    SluiceException e = refusal(sql);
    assertThat(e.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(e).hasMessage("The query is empty: a query begins with SELECT, WITH or VALUES");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT * FORM t | 10 | found 'FORM'; did you mean FROM?",
        "SELECT a FROM t WERE b = 1 | 17 | found 'WERE'; did you mean WHERE?",
        "SELECT a FROM t WHERE b = 'x' ADN c | 31 | found 'ADN'; did you mean AND?",
        "SELECT a, FROM t | 11 | found 'FROM'; expected an expression",
        "SELECT a b c FROM t | 12 | found 'c'; expected one of: FROM, ',', end of query, WHERE, GROUP BY,",
        "SELECT a FROM t WHERE | 22 | found the end of the query; expected an expression",
        "SELECT a FROM t GROUP a | 23 | found 'a'; expected BY",
        "SELECT (a FROM t | 11 | found 'FROM'; expected one of: ')', ','",
        "SELECT a FROM (SELECT b FROM t | 31 | found the end of the query; expected one of: a name, ')'",
        "SELECT x NOT 5 FROM t | 14 | found '5'; expected one of: IN, LIKE, BETWEEN",
        "SELECT CAST(a AS) FROM t | 17 | found ')'; expected a type",
        "SELECT a FROM t LIMIT | 22 | found the end of the query; expected a number",
        "SELECT a FROM t LIMIT x | 23 | found 'x'; expected a number",
        "SELECT a FROM t LIMIT 5, 10 | 17 | LIMIT takes one number",
        "SELECT a FROM t WHERE b BETWEEN 1 | 34 | BETWEEN is missing its AND",
        "SELCT 1 | 1 | found 'SELCT'; a query begins with SELECT, WITH or VALUES",
        "SELECT * x FROM t | 10 | found 'x'; * takes no name",
        "SELECT 2nd_bid FROM t | 8 | found '2'; quote a name that begins with a digit",
        "SELECT 'a' 'b' | 12 | found the text 'b'; join texts with ||",
        "SELECT N'a' | 9 | found the text 'a'; a text literal has no prefix",
        "SELECT E'a' | 8 | a text literal has no prefix",
        "SELECT a ~~ b | 10 | found the character '~'",
        "SELECT a & b | 10 | found '&'; this SQL writes bit operations as functions",
        "SELECT {d '2020-01-01'} | 8 | braces are not part of this SQL",
        "SELECT a FROM t // x | 17 | found '/'",
        "SELECT a 'alias' FROM t | 10 | found",
        "SELECT U&'\\12' | 8 | is no character",
        "SELECT 'abc | 8 | found a text literal that is never closed",
        "SELECT 'it''s | 8 | found a text literal that is never closed",
        "SELECT \"abc | 8 | found a quoted name that is never closed",
        "SELECT `abc | 8 | found a quoted name that is never closed",
        "SELECT /* abc | 8 | found a comment that is never closed"
      })
  void pointsAtTheWordAndSaysWhatWasExpected(String sql, int column, String text) {
    SluiceException e = refusal(sql);
    assertThat(e.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(e)
        .hasMessageStartingWith("Syntax error at line 1, column " + column + ": ")
        .hasMessageContaining(text);
    assertThat(e.position()).contains(new SqlPosition(1, column));
    assertThat(e.getMessage()).doesNotContain("<", "IDENTIFIER", "LITERAL");
  }

  @Test
  void countsTabsAndNonAsciiLettersAsOneColumn() {
    assertThat(refusal("SELECT 'é日本',\t\tb\r\n\tFROM\tt\n\tWHERE x ]").position())
        .contains(new SqlPosition(3, 10));
    assertThat(refusal("-- é\r\n\tSELECT\r\t'ü' ]").position()).contains(new SqlPosition(3, 6));
    assertThat(Parsed.tree("SELECT\n\t'é',\n\tdatum FROM t").getParserPosition().getEndColumnNum())
        .isEqualTo(13);
  }

  @Test
  void refusesACommandBehindCommentsAndParentheses() {
    SluiceException e = refusal("/* x */ -- y\n(DROP TABLE t)");
    assertThat(e).hasMessage("Sluice only reads: DROP is not a query (line 2, column 2)");
    assertThat(e.position()).contains(new SqlPosition(2, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT a\0", "SELECT '\0'", "SELECT '\uD800'", "SELECT '\uDC00x'"})
  void refusesWhatCannotBeEncoded(String sql) {
    assertThat(refusal(sql).position()).contains(new SqlPosition(1, 9));
  }

  @Test
  void namesACharacterThatDoesNotPrint() {
    assertThat(refusal("SELECT\u00a0a")).hasMessageContaining("U+00A0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM t UNPIVOT (a FOR b IN (c, d))|UNPIVOT|17",
        "SELECT 1 FROM t MATCH_RECOGNIZE (PATTERN (^ A{2} $) DEFINE A AS TRUE)|MATCH_RECOGNIZE|17",
        "SELECT rank() OVER (ORDER BY a PATTERN (A B) DEFINE B AS x) FROM t|A pattern in a window|15",
        "SELECT 1 FROM TABLE(f(a => 1))|A table function|15",
        "SELECT 1 FROM t FOR TIMESTAMP AS OF now()|An older state of a table|17",
        "SELECT 1 FROM t FOR VERSION AS OF 1|An older state of a table|17",
        "WITH FUNCTION f(x int) RETURNS int RETURN x SELECT f(1)|WITH FUNCTION|6",
        "SELECT 1 FROM t, json_table(j, 'lax $' COLUMNS (x int)) AS u|JSON_TABLE|18"
      })
  void namesWhatIsNotSupportedAtItsPlace(String sql, String what, int column) {
    SluiceException e = refusal(sql);
    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUERY);
    assertThat(e)
        .hasMessageStartingWith(what + " is not supported at line 1, column " + column + "; ");
  }

  @Test
  void takesTheWordsOfWhatIsNotSupportedAsNames() {
    assertThat(
            Parsed.text(
                "SELECT rank() OVER (PARTITION BY pattern ORDER BY define) AS version, timestamp"
                    + " FROM function, match_recognize AS json_table, of"))
        .contains("PARTITION BY `pattern` ORDER BY `define`) AS `version`, `timestamp`");
    assertThat(Parsed.text("WITH function (x) AS (SELECT 1) TABLE function"))
        .contains("`function`");
  }
}
