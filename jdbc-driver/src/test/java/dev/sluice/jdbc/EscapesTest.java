package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
  private static final Pattern PLACE = Pattern.compile("\\$[0-9]");

  /** Arguments of a function that takes others than a number, text or time, by its kind. */
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "CHAR", "i8",
          "SPACE", "i8",
          "REPLACE", "s, 'a', 'b'",
          "CONCAT", "s, 'a'",
          "LEFT", "s, 2",
          "RIGHT", "s, 2",
          "LOCATE", "'a', s",
          "POSITION", "'a' IN s",
          "EXTRACT", "YEAR FROM at");

  private final Connection connection;
  private final Statement statement;

  EscapesTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-1");
    this.statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT {d '2019-03-27'} | SELECT DATE '2019-03-27'",
        "SELECT { D '2019-03-27' } | SELECT DATE '2019-03-27'",
        "SELECT {d'2019-03-27'} | SELECT DATE'2019-03-27'",
        "SELECT {t '16:00:00'} | SELECT TIME '16:00:00'",
        "SELECT {ts '2019-03-27 16:00:00'} | SELECT TIMESTAMP '2019-03-27 16:00:00'",
        "FROM {oj a LEFT OUTER JOIN b ON a.n = b.n} | FROM a LEFT OUTER JOIN b ON a.n = b.n",
        "s LIKE 'a!%' {escape '!'} | s LIKE 'a!%' ESCAPE '!'",
        "FROM a {limit 5 offset 2} | FROM a LIMIT 5 offset 2",
        "{fn UCASE(s)} | upper(s)",
        "{fn ucase ( s ) } | upper( s )",
        "{fn concat({fn lcase(s)}, '}')} | concat(lower(s),  '}')",
        "{fn left(concat(s, ','), 2)} | substr(concat(s, ','), 1,  2)",
        "{fn locate(?,?)} | position(? IN ?)",
        "{fn ifnull(s, '$1')} | coalesce(s,  '$1')",
        "{fn now()} | current_timestamp",
        "{fn curdate()} | current_date",
        "{fn current_date} | current_date",
        "{fn timestampadd(SQL_TSI_DAY, 1, at)} | date_add('day',  1,  at)",
        "{fn length(s)} | length(rtrim(s))",
        "{fn extract(year FROM at)} | extract(year FROM at)",
        "{fn bitwise_and(i4, 1)} | bitwise_and(i4, 1)",
        "SELECT '{d ''x''}' | SELECT '{d ''x''}'",
        "SELECT \"{fn now()}\" | SELECT \"{fn now()}\"",
        "SELECT 1 /* {d '2019-03-27'} */ | SELECT 1 /* {d '2019-03-27'} */",
        "SELECT 1 -- {fn now()} | SELECT 1 -- {fn now()}",
        "SELECT {dd '2019-03-27'} | SELECT {dd '2019-03-27'}",
        "{fn concat('a', /* , */ 'b')} | concat('a',  /* , */ 'b')",
      })
  void areTheSqlTheyStandFor(String escaped, String sql) throws SQLException {
    assertThat(connection.nativeSQL(escaped).strip().replaceAll(" +", " "))
        .isEqualTo(sql.replaceAll(" +", " "));
  }

  @Test
  void textWithoutEscapesStaysAsItIs() throws SQLException {
    String sql = "SELECT 'it''s' /* -- */ FROM \"a\"\nWHERE x > 1";
    assertThat(connection.nativeSQL(sql)).isSameAs(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT {d '2019-03-27'", "{fn ucase(s)", "{fn concat('a}', s)"})
  void needAnEnd(String sql) {
    assertThatThrownBy(() -> connection.nativeSQL(sql))
        .isInstanceOf(SQLSyntaxErrorException.class)
        .hasMessageContaining("has no }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{call p(1)}", "{?= call p(1)}", "{ ? = call p }"})
  void callNoProcedures(String sql) {
    assertThatThrownBy(() -> statement.executeQuery(sql))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void areLeftAloneWhereTheCallerSaysSo() throws SQLException {
    String sql = "SELECT {d '2019-03-27'} FROM ads.bids";
    assertThat(statement.executeQuery(sql).next()).isTrue();
    statement.setEscapeProcessing(false);
    assertThatThrownBy(() -> statement.executeQuery(sql)).hasMessageContaining("braces");
    statement.setEscapeProcessing(true);
    assertThat(statement.executeQuery(sql).next()).isTrue();
  }

  static Stream<ScalarFunctions.Function> functions() {
    return ScalarFunctions.ALL.stream();
  }

  /** Whoever adds one to the list sees here that the binder knows it, and takes what JDBC gives. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyListedFunctionIsPlanned(ScalarFunctions.Function function) throws SQLException {
    String arguments = ARGUMENTS.getOrDefault(function.name(), usual(function));
    String sql = "SELECT {fn %s(%s)} AS x FROM web.all_types".formatted(function.name(), arguments);
    assertThat(statement.unwrap(SluiceStatement.class).plan(sql).decision().answeredBy())
        .as(connection.nativeSQL(sql))
        .isNotNull();
  }

  private static String usual(ScalarFunctions.Function function) {
    if (!function.word().isEmpty()) {
      return function.word() + (function.name().endsWith("ADD") ? ", 1, at" : ", at, at");
    }
    List<String> arguments =
        switch (function.kind()) {
          case NUMERIC -> List.of("d", "2");
          case STRING -> List.of("s", "1", "2");
          case TIME_DATE -> List.of("at", "at", "at");
          case SYSTEM -> List.of("s", "s");
        };
    return String.join(", ", arguments.subList(0, function.arguments()));
  }

  /** A parameter in an argument keeps its number. */
  @ParameterizedTest
  @MethodSource("functions")
  void argumentsStandOnceAndInTheirOrder(ScalarFunctions.Function function) {
    List<String> places = PLACE.matcher(function.sql()).results().map(MatchResult::group).toList();
    assertThat(places).isEqualTo(List.of("$1", "$2", "$3").subList(0, function.arguments()));
  }

  @Test
  void metadataListsThem() throws SQLException {
    Set<String> listed = new TreeSet<>();
    for (String names :
        List.of(
            connection.getMetaData().getNumericFunctions(),
            connection.getMetaData().getStringFunctions(),
            connection.getMetaData().getTimeDateFunctions(),
            connection.getMetaData().getSystemFunctions())) {
      listed.addAll(Arrays.asList(names.split(",", -1)));
    }
    assertThat(listed)
        .isEqualTo(new TreeSet<>(functions().map(ScalarFunctions.Function::name).toList()))
        .contains("UCASE", "LOG10", "CURDATE", "IFNULL");
  }
}
