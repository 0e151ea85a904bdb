package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Escapes (JDBC 4.3, 13.4), by what they give. */
abstract class EscapeContract extends Contract {
  private static final String VALUES =
      """
      {d '2019-03-27'}                                  |2019-03-27
      { d '2019-03-27' }                                |2019-03-27
      {D '2019-03-27'}                                  |2019-03-27
      {ts '2019-03-27 16:00:00.005'}                    |2019-03-27 16:00:00.005
      {ts '2019-03-27 16:00:00'} = TIMESTAMP '2019-03-27 16:00:00'|true
      {d '2019-03-27'} = DATE '2019-03-27'              |true
      '{d ''2019-03-27''}'                              |{d '2019-03-27'}
      '{fn now()}'                                      |{fn now()}
      '{'                                               |{
      '}'                                               |}
      /* {d } */ 'x'                                    |x
      {fn abs(-7)}                                      |7
      {fn ABS(-7)}                                      |7
      {fn abs({fn mod(-7, 4)})}                         |3
      {fn mod(7, 4)}                                    |3
      {fn sign(-2)}                                     |-1
      {fn floor(2.5e0)} = 2                             |true
      {fn ceiling(2.5e0)} = 3                           |true
      {fn power(2, 10)}                                 |1024.0
      {fn sqrt(16)}                                     |4.0
      {fn log10(1000)}                                  |3.0
      {fn exp(0)}                                       |1.0
      {fn log(1)}                                       |0.0
      {fn cos(0)}                                       |1.0
      {fn sin(0)}                                       |0.0
      {fn radians(0)}                                   |0.0
      {fn degrees(0)}                                   |0.0
      {fn pi()}                                         |3.141592653589793
      {fn round(2.25e0, 1)} BETWEEN 2.2 AND 2.3         |true
      {fn ucase('aB')}                                  |AB
      {fn lcase('aB')}                                  |ab
      {fn concat('a', 'b')}                             |ab
      {fn concat('a, b', '}')}                          |a, b}
      {fn concat({fn ucase('a')}, {fn lcase('B')})}     |Ab
      {fn substring('abc', 2, 1)}                       |b
      {fn left('abc', 2)}                               |ab
      {fn ltrim('  a ')}                                |a␣
      {fn rtrim(' a  ')}                                |␣a
      {fn replace('abcb', 'b', 'x')}                    |axcx
      {fn length('abc')}                                |3
      {fn char_length('abc')}                           |3
      {fn locate('b', 'abcb')}                          |2
      {fn locate('x', 'abcb')}                          |0
      {fn position('b' IN 'abcb')}                      |2
      {fn ifnull(s, 'none')}                            |text
      {fn ifnull(CAST(NULL AS varchar), 'none')}        |none
      {fn year({d '2019-03-27'})}                       |2019
      {fn month({d '2019-03-27'})}                      |3
      {fn dayofmonth({d '2019-03-27'})}                 |27
      {fn quarter({d '2019-03-27'})}                    |1
      {fn hour(at)}                                     |16
      {fn minute(at)}                                   |0
      {fn second(at)}                                   |0
      {fn extract(year FROM day)}                       |2019
      {fn now()} IS NULL                                |false
      {fn curdate()} IS NULL                            |false
      {fn current_date()} IS NULL                       |false
      {fn current_timestamp()} IS NULL                  |false
      """;

  EscapeContract(DriverUnderTest driver) throws SQLException {
    super(driver);
  }

  record Escaped(String sql, String value) {
    @Override
    public String toString() {
      return sql + " is " + value;
    }
  }

  static Stream<Escaped> values() {
    return cells(VALUES).map(line -> new Escaped(line.get(0), line.get(1).replace('␣', ' ')));
  }

  private static String shown(ResultSet rows) throws SQLException {
    return String.valueOf(rows.getObject(1));
  }

  @ParameterizedTest
  @MethodSource("values")
  void areRead(Escaped escaped) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = first(statement, escaped.sql + " AS x")) {
      assertThat(shown(rows)).isEqualTo(escaped.value);
    }
  }

  /** What it stands for is understood without the escapes too. */
  @ParameterizedTest
  @MethodSource("values")
  void areReadInPreparedQueriesAndInTheirNativeText(Escaped escaped) throws SQLException {
    String sql = "SELECT %s AS x FROM web.all_types WHERE t".formatted(escaped.sql);
    for (String each : List.of(sql, connection.nativeSQL(sql))) {
      try (PreparedStatement query = connection.prepareStatement(each);
          ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(shown(rows)).isEqualTo(escaped.value);
      }
    }
  }

  @Test
  void outerJoinsAreRead() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows =
          statement.executeQuery(
              "SELECT a.n FROM {oj ads.bids a LEFT OUTER JOIN web.by_day b ON a.n = b.n} ORDER BY 1");
      assertThat(strings(rows, "n")).containsExactly("1", "2", "3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s LIKE 'te!_t' {escape '!'}",
        "s LIKE 'te\\_t' {escape '\\'}",
        "s LIKE 'te#%t' { ESCAPE '#' }",
      })
  void escapesOfPatternsAreRead(String condition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String sql = "SELECT s FROM web.all_types WHERE ";
      assertThat(strings(statement.executeQuery(sql + condition), "s")).isEmpty();
      String plain = condition.replaceAll("[!\\\\#]([_%])", "$1");
      assertThat(strings(statement.executeQuery(sql + plain), "s")).containsExactly("text");
    }
  }

  @Test
  void parametersInEscapesKeepTheirOrder() throws SQLException {
    String sql = "SELECT {fn locate(?, ?)} AS x, {fn left(?, ?)} AS y FROM web.all_types WHERE t";
    try (PreparedStatement query =
        connection.prepareStatement(sql.replaceFirst("left\\(\\?", "left(CAST(? AS varchar)"))) {
      query.setString(1, "b");
      query.setString(2, "ab");
      query.setString(3, "xyz");
      query.setInt(4, 2);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt("x")).isEqualTo(2);
        assertThat(rows.getString("y")).isEqualTo("xy");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{d '2019-02-30'}", "{d 'x'}", "{ts 'x'}", "{fn nothing(1)}", "{fn abs(1)"})
  void whatStandsForNothingIsRefused(String escape) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertRefused(
          () -> statement.executeQuery("SELECT " + escape + " FROM web.all_types").next());
    }
  }
}
