package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.EngineName;
import dev.sluice.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class StatementTest {
  private static final String NUMBERS = "SELECT n FROM ads.bids";

  private final Path lake;
  private final Connection connection;
  private final Statement statement;

  StatementTest(@TempDir Path folder) throws IOException, SQLException {
    this.lake = TestLake.write(folder);
    this.connection = TestLake.connect(lake, "workgroup=rows-3");
    this.statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  @Test
  void givesRowsAndTheirWarnings() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(rows.getStatement()).isSameAs(statement);
    assertThat((Object) rows.getWarnings()).isNull();
    assertThat(count(rows)).isEqualTo(3);
    assertThat(rows.getWarnings().getMessage()).isEqualTo("made up");
    assertThat(rows.next()).isFalse();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void anotherExecutionClosesTheResultBefore() throws SQLException {
    ResultSet first = statement.executeQuery(NUMBERS);
    assertThat(statement.execute(NUMBERS)).isTrue();
    assertThat(first.isClosed()).isTrue();
    assertState("HY010", first::next);
    assertThat(count(statement.getResultSet())).isEqualTo(3);
  }

  @Test
  void closingClosesWhatIsBelow() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    connection.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    assertState("HY010", () -> statement.executeQuery(NUMBERS));
    assertState("08003", connection::createStatement);
  }

  /** Another thread closes it while it is planned. */
  @Test
  void closingMeanwhileLeavesNoQueryBehind() throws SQLException {
    try (Connection other = TestLake.connect(lake, "workgroup=echo");
        QueryStatement closing = other.createStatement().unwrap(QueryStatement.class)) {
      int before = EchoEngine.OPEN.get();
      assertState(
          "HY010",
          () ->
              closing.run(
                  () -> {
                    Plan plan = closing.planned("SELECT n + 1234567 AS x FROM ads.bids", List.of());
                    closing.close();
                    return plan;
                  }));
      assertThat(EchoEngine.OPEN.get()).isEqualTo(before);
    }
  }

  @Test
  void closingTheConnectionMeanwhileIsAnErrorOfJdbcs() throws SQLException {
    Connection other = TestLake.connect(lake, "workgroup=echo");
    QueryStatement closing = other.createStatement().unwrap(QueryStatement.class);
    assertState(
        "HY010",
        () ->
            closing.run(
                () -> {
                  other.close();
                  return closing.planned("SELECT n + 1234567 AS x FROM ads.bids", List.of());
                }));
  }

  @Test
  void maySayHowManyRowsItWants() throws SQLException {
    statement.setMaxRows(2);
    assertThat(count(statement.executeQuery(NUMBERS))).isEqualTo(2);
    statement.setLargeMaxRows(0);
    assertThat(count(statement.executeQuery(NUMBERS))).isEqualTo(3);
    assertState("HY024", () -> statement.setMaxRows(-1));
    assertState("HY024", () -> statement.setFetchSize(-1));
    assertState("HY024", () -> statement.setQueryTimeout(-1));
  }

  @Test
  void aResultThatIsCutSaysSo() throws SQLException {
    statement.setMaxRows(2);
    try (ResultSet rows = statement.executeQuery(NUMBERS)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat((Throwable) rows.getWarnings()).isNull();
      assertThat(rows.next()).isFalse();
      assertThat((Throwable) rows.getWarnings()).hasMessageContaining("cut after 2 rows");
    }
    statement.setMaxRows(4);
    try (ResultSet rows = statement.executeQuery(NUMBERS)) {
      while (rows.next()) {
        assertThat(rows.getInt(1)).isNotNegative();
      }
      assertThat((Throwable) rows.getWarnings()).hasMessage("made up");
    }
  }

  @Test
  void mayCloseWithItsResult() throws SQLException {
    statement.closeOnCompletion();
    statement.executeQuery(NUMBERS).close();
    assertThat(statement.isClosed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELEC 1|42000",
        "SELECT x FROM ads.bids|42S22",
        "SELECT n FROM ads.bid|42S02",
        "SELECT n FROM ads.bids; SELECT 1|42000",
        "DELETE FROM ads.bids|0A000",
        "SELECT n + 'x' FROM ads.bids|42000",
        "SELECT n FROM ads.bids WHERE n = ?|HY024",
      })
  void errorsHaveTheStateOfTheirKind(String sql, String state) {
    assertState(state, () -> statement.executeQuery(sql));
  }

  @Test
  void errorsSayWhere() {
    assertThatThrownBy(() -> statement.executeQuery("SELECT n,\n  x FROM ads.bids"))
        .hasMessageContaining("line 2, column 3");
  }

  @Test
  void writingIsRefused() {
    for (ThrowingCallable each :
        new ThrowingCallable[] {
          () -> statement.executeUpdate("x"),
          () -> statement.executeLargeUpdate("x"),
          () -> statement.addBatch("x"),
          statement::executeBatch,
          statement::getGeneratedKeys,
          () -> connection.prepareCall("x"),
          () -> connection.setSavepoint(),
          () ->
              connection.createStatement(
                  ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY),
          () -> connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE),
        }) {
      assertThatThrownBy(each)
          .isInstanceOfSatisfying(
              SQLFeatureNotSupportedException.class,
              e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }
  }

  @Test
  void whatIsSaidOfTransactionsChangesNothing() throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.commit();
    connection.rollback();
    assertThat(connection.isReadOnly()).isTrue();
    assertThat(count(statement.executeQuery(NUMBERS))).isEqualTo(3);
  }

  @Test
  void explainsItself() throws SQLException {
    int before = MadeUpAthena.ASKED.get();
    ResultSet rows = statement.executeQuery("explain sluice\n" + NUMBERS);
    assertThat(rows.next()).isTrue();
    assertThat(rows.getString("engine")).isEqualTo("athena");
    assertThat(rows.getString("verdict")).isEqualTo("native");
    assertThat(rows.getBoolean("answers")).isTrue();
    assertThat(rows.getString("query")).contains("\"ads\".\"bids\"");
    assertThat(count(rows)).isEqualTo(2);
    assertThat(MadeUpAthena.ASKED.get()).isEqualTo(before);
    assertThatThrownBy(() -> statement.executeQuery("EXPLAIN SLUICE\nSELECT x FROM ads.bids"))
        .hasMessageContaining("line 2, column 8");
  }

  @Test
  void tellsItsPlan() throws SQLException {
    SluiceStatement told = statement.unwrap(SluiceStatement.class);
    assertThat(told.plan()).isEmpty();
    Plan plan = told.plan(NUMBERS);
    assertThat(plan.decision().engine()).isEqualTo(EngineName.of("athena"));
    statement.executeQuery(NUMBERS);
    assertThat(told.plan().orElseThrow().columns()).isEqualTo(plan.columns());
    assertState("HY024", () -> statement.unwrap(String.class));
  }

  @Test
  void aTimeOutStopsIt() throws SQLException {
    try (Connection hanging = TestLake.connect(lake, "workgroup=hangs");
        Statement waiting = hanging.createStatement()) {
      waiting.setQueryTimeout(1);
      ResultSet rows = waiting.executeQuery(NUMBERS);
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              SQLTimeoutException.class, e -> assertThat(e.getSQLState()).isEqualTo("HYT00"))
          .hasMessageContaining("1 s");
    }
  }

  @Test
  void cancellingFromAnotherThreadStopsIt() throws Exception {
    ExecutorService others = Executors.newSingleThreadExecutor();
    try (Connection hanging = TestLake.connect(lake, "workgroup=hangs");
        Statement waiting = hanging.createStatement()) {
      ResultSet rows = waiting.executeQuery(NUMBERS);
      Future<?> reading = others.submit(() -> assertState("57014", rows::next));
      waiting.cancel();
      reading.get(10, TimeUnit.SECONDS);
      assertState("57014", rows::next);
    } finally {
      others.shutdownNow();
    }
  }
}
