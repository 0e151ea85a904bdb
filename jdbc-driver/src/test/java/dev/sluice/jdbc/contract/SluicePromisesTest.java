package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Sluice's driver promises where the standard leaves a choice, or H2 does otherwise. */
class SluicePromisesTest extends Contract {
  private static final String NUMBERS = "SELECT n FROM ads.bids";

  private static final String FUNCTIONS =
      """
      {fn ascii('a')}                                                     |97
      {fn char(97)}                                                       |a
      {fn character_length('abc')}                                        |3
      {fn cot(1)} = 1 / tan(1)                                            |true
      {fn atan2(0, 1)}                                                    |0.0
      {fn acos(1)}                                                        |0.0
      {fn asin(0)}                                                        |0.0
      {fn atan(0)}                                                        |0.0
      {fn tan(0)}                                                         |0.0
      {fn round(2.4e0)}                                                   |2.0
      {fn rand()} BETWEEN 0 AND 1                                         |true
      {fn length('abc  ')}                                                |3
      {fn length('  abc')}                                                |5
      {fn right('abc', 2)}                                                |bc
      {fn right('abc', 5)}                                                |abc
      {fn right('abc', 0)}                                                |
      {fn left('abc', 5)}                                                 |abc
      {fn concat('<', {fn concat({fn space(2)}, '>')})}                   |<  >
      {fn dayname({ts '2019-03-27 16:00:00'})}                            |Wednesday
      {fn monthname({ts '2019-03-27 16:00:00'})}                          |March
      {fn dayofweek({d '2019-03-24'})}                                    |1
      {fn dayofweek({d '2019-03-27'})}                                    |4
      {fn dayofweek({d '2019-03-30'})}                                    |7
      {fn timestampadd(SQL_TSI_SECOND, 1, at)}                            |2019-03-27 16:00:01.005
      {fn timestampadd(SQL_TSI_MINUTE, 1, at)}                            |2019-03-27 16:01:00.005
      {fn timestampadd(SQL_TSI_HOUR, 1, at)}                              |2019-03-27 17:00:00.005
      {fn timestampadd(SQL_TSI_DAY, -1, at)}                              |2019-03-26 16:00:00.005
      {fn timestampadd(SQL_TSI_WEEK, 1, at)}                              |2019-04-03 16:00:00.005
      {fn timestampadd(sql_tsi_month, 1, at)}                             |2019-04-27 16:00:00.005
      {fn timestampadd(SQL_TSI_QUARTER, 1, at)}                           |2019-06-27 16:00:00.005
      {fn timestampadd(SQL_TSI_YEAR, 1, at)}                              |2020-03-27 16:00:00.005
      {fn timestampdiff(SQL_TSI_DAY, at, {ts '2019-03-29 16:00:00.005'})} |2
      {fn timestampdiff(SQL_TSI_HOUR, at, {ts '2019-03-27 18:00:00.005'})}|2
      {fn timestampdiff(SQL_TSI_MONTH, at, {ts '2019-05-27 16:00:00.005'})}|2
      {fn database()}                                                     |awsdatacatalog
      """;

  SluicePromisesTest(@TempDir Path folder) throws IOException, SQLException {
    super(SluiceLake.in(folder));
  }

  static Stream<EscapeContract.Escaped> functions() {
    return cells(FUNCTIONS).map(line -> new EscapeContract.Escaped(line.get(0), line.get(1)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsOfEscapesGiveWhatJdbcSays(EscapeContract.Escaped escaped) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = first(statement, escaped.sql() + " AS x")) {
      assertThat(rows.getString("x")).isEqualTo(escaped.value());
    }
  }

  @Test
  void limitsOfEscapesAreRead() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(NUMBERS + " ORDER BY n {limit 2}");
      assertThat(strings(rows, "n")).containsExactly("1", "2");
    }
  }

  @Test
  void theLineOfAnErrorIsThatOfTheQueryWithItsEscapes() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String sql = "SELECT {fn ucase(\ns)},\n{d '2019-03-27'},\nnothing FROM web.all_types";
      assertThat(catchThrowable(() -> statement.executeQuery(sql)))
          .hasMessageContaining("line 4, column 1");
    }
  }

  private static void assertNotSupported(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            SQLFeatureNotSupportedException.class,
            e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
  }

  static Stream<NamedCall<Statement>> writes() {
    String sql = "DELETE FROM ads.bids";
    return NamedCall.all(
        """
        executeUpdate executeUpdateWithKeys executeUpdateOfColumns executeUpdateOfNames
        executeLargeUpdate executeLargeUpdateWithKeys executeLargeUpdateOfColumns
        executeLargeUpdateOfNames executeQuery execute executeWithKeys executeOfColumns
        executeOfNames addBatch clearBatch executeBatch executeLargeBatch getGeneratedKeys
        setCursorName setMaxFieldSize setFetchDirection
        """,
        statement -> statement.executeUpdate(sql),
        statement -> statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS),
        statement -> statement.executeUpdate(sql, new int[] {1}),
        statement -> statement.executeUpdate(sql, new String[] {"n"}),
        statement -> statement.executeLargeUpdate(sql),
        statement -> statement.executeLargeUpdate(sql, Statement.RETURN_GENERATED_KEYS),
        statement -> statement.executeLargeUpdate(sql, new int[] {1}),
        statement -> statement.executeLargeUpdate(sql, new String[] {"n"}),
        statement -> statement.executeQuery(sql),
        statement -> statement.execute(sql),
        statement -> statement.execute(NUMBERS, Statement.RETURN_GENERATED_KEYS),
        statement -> statement.execute(NUMBERS, new int[] {1}),
        statement -> statement.execute(NUMBERS, new String[] {"n"}),
        statement -> statement.addBatch(sql),
        Statement::clearBatch,
        Statement::executeBatch,
        Statement::executeLargeBatch,
        Statement::getGeneratedKeys,
        statement -> statement.setCursorName("x"),
        statement -> statement.setMaxFieldSize(1),
        statement -> statement.setFetchDirection(ResultSet.FETCH_REVERSE));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aStatementOnlyReads(NamedCall<Statement> call) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertNotSupported(catchThrowable(() -> call.call().on(statement)));
    }
  }

  static Stream<NamedCall<Connection>> unsupported() {
    return NamedCall.all(
        """
        prepareCall prepareCallOfType setSavepoint setNamedSavepoint createClob createBlob
        createNClob createSQLXML createArrayOf createStruct prepareWithKeys prepareOfColumns
        prepareOfNames scrolling updating setSchema setTypeMap
        """,
        connection -> connection.prepareCall("{call p()}"),
        connection ->
            connection.prepareCall(
                "{call p()}", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
        Connection::setSavepoint,
        connection -> connection.setSavepoint("x"),
        Connection::createClob,
        Connection::createBlob,
        Connection::createNClob,
        Connection::createSQLXML,
        connection -> connection.createArrayOf("integer", new Object[0]),
        connection -> connection.createStruct("row", new Object[0]),
        connection -> connection.prepareStatement(NUMBERS, Statement.RETURN_GENERATED_KEYS),
        connection -> connection.prepareStatement(NUMBERS, new int[] {1}),
        connection -> connection.prepareStatement(NUMBERS, new String[] {"n"}),
        connection ->
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY),
        connection ->
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE),
        connection -> connection.setSchema("web"),
        connection -> connection.setTypeMap(java.util.Map.of("row", String.class)));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void aConnectionSaysWhatItHasNot(NamedCall<Connection> call) {
    assertNotSupported(catchThrowable(() -> call.call().on(connection)));
  }

  static Stream<NamedCall<ResultSet>> ofRows() {
    return NamedCall.all(
        """
        getRef getURL getRowId getNClob getSQLXML getRefOfLabel getURLOfLabel getRowIdOfLabel
        rowUpdated rowInserted rowDeleted getCursorName isLast isBeforeFirst refreshRow
        setFetchDirection getObjectOfTypes
        """,
        rows -> rows.getRef(1),
        rows -> rows.getURL(1),
        rows -> rows.getRowId(1),
        rows -> rows.getNClob(1),
        rows -> rows.getSQLXML(1),
        rows -> rows.getRef("n"),
        rows -> rows.getURL("n"),
        rows -> rows.getRowId("n"),
        ResultSet::rowUpdated,
        ResultSet::rowInserted,
        ResultSet::rowDeleted,
        ResultSet::getCursorName,
        ResultSet::isLast,
        ResultSet::isBeforeFirst,
        ResultSet::refreshRow,
        rows -> rows.setFetchDirection(ResultSet.FETCH_REVERSE),
        rows -> rows.getObject(1, java.util.Map.of("x", String.class)));
  }

  @ParameterizedTest
  @MethodSource("ofRows")
  void aResultSaysWhatItHasNot(NamedCall<ResultSet> call) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NUMBERS)) {
      assertThat(rows.next()).isTrue();
      assertNotSupported(catchThrowable(() -> call.call().on(rows)));
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  static Stream<NamedCall<PreparedStatement>> ofPrepared() {
    return NamedCall.all(
        """
        executeUpdate executeLargeUpdate addBatch setTime setRef setArray setURL setRowId
        setSQLXML
        """,
        PreparedStatement::executeUpdate,
        PreparedStatement::executeLargeUpdate,
        PreparedStatement::addBatch,
        query -> query.setTime(1, new java.sql.Time(0)),
        query -> query.setRef(1, null),
        query -> query.setArray(1, null),
        query -> query.setURL(1, null),
        query -> query.setRowId(1, null),
        query -> query.setSQLXML(1, null));
  }

  @ParameterizedTest
  @MethodSource("ofPrepared")
  void aPreparedQuerySaysWhatItHasNot(NamedCall<PreparedStatement> call) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NUMBERS + " WHERE n = ?")) {
      assertNotSupported(catchThrowable(() -> call.call().on(query)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT s AS x FROM web.all_types | int | 22018",
        "SELECT i8 AS x FROM web.all_types | int | 22003",
        "SELECT day AS x FROM web.all_types | int | 07006",
        "SELECT t AS x FROM web.all_types | date | 07006",
        "SELECT s AS x FROM web.all_types | boolean | 22018",
        "SELECT s AS x FROM web.all_types | timestamp | 22018",
        "SELECT i4 AS x FROM web.all_types | bytes | 07006",
      })
  void errorsOfConversionsHaveTheirState(String sql, String getter, String state)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql + " WHERE t")) {
      assertThat(rows.next()).isTrue();
      assertState(state, () -> Getter.of(getter).byPlace().read(rows, 1));
    }
  }

  @Test
  void preparedQueriesArePoolableAsJdbcSays() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NUMBERS)) {
      assertThat(query.isPoolable()).isTrue();
      query.setPoolable(false);
      assertThat(query.isPoolable()).isFalse();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // What callers do all the same.
  void anExecutorIsNotNull() throws SQLException {
    try (Connection other = driver.open()) {
      assertState("HY024", () -> other.setNetworkTimeout(null, 1));
      assertState("HY024", () -> other.setNetworkTimeout(Runnable::run, -1));
      assertState("HY024", () -> other.abort(null));
      assertThat(other.isClosed()).isFalse();
      other.setNetworkTimeout(Runnable::run, 1000);
      assertThat(other.getNetworkTimeout()).isEqualTo(1000);
      other.abort(Runnable::run);
      assertThat(other.isClosed()).isTrue();
      other.abort(Runnable::run);
    }
  }

  @Test
  void keepingTheResultThatIsThereLeavesItOpen() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(NUMBERS);
      assertThat(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isFalse();
      assertThat(statement.getResultSet()).isNull();
      assertThat(rows.isClosed()).isFalse();
      assertThat(strings(rows, "n")).hasSize(3);
    }
  }

  @Test
  void whatIsSaidOfTransactionsIsKeptAndChangesNothing() throws SQLException {
    try (Connection other = driver.open()) {
      other.setReadOnly(false);
      assertThat(other.isReadOnly()).isTrue();
      other.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      assertThat(other.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      other.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
      assertThat(other.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
      other.setCatalog("other");
      assertThat(other.getCatalog()).isEqualTo("awsdatacatalog");
    }
  }
}
