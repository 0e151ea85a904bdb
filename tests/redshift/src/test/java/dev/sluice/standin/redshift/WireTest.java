package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.standin.redshift.wire.Faults;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams, cancelling, time-outs, and what goes wrong on the way. */
@ExtendWith(SharedStandIn.class)
@Timeout(240)
class WireTest {
  private static final int MILLION = 1_000_000;
  private static final String ENDLESS = "SELECT COUNT(*) FROM million a CROSS JOIN million b";

  private final RedshiftStandIn standIn;

  WireTest(RedshiftStandIn standIn) {
    this.standIn = standIn;
  }

  @BeforeAll
  static void aMillionRows(RedshiftStandIn standIn) throws SQLException {
    standIn
        .tables()
        .run(
            "CREATE TABLE public.million AS SELECT n, 'row ' || n AS t FROM generate_series(1,"
                + MILLION
                + ") n",
            "GRANT SELECT ON public.million TO PUBLIC");
  }

  @AfterEach
  void nothingGoesWrongAnyMore() {
    standIn.faults().clear();
  }

  @Test
  void streamsAMillionRows() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      asked.connection().setAutoCommit(false);
      try (Statement statement = asked.connection().createStatement()) {
        statement.setFetchSize(5000);
        long sum = 0;
        int count = 0;
        try (ResultSet rows = statement.executeQuery("SELECT n, t FROM million")) {
          while (rows.next()) {
            sum += rows.getLong(1);
            count++;
          }
        }
        assertThat(count).isEqualTo(MILLION);
        assertThat(sum).isEqualTo((long) MILLION * (MILLION + 1) / 2);
      }
    }
  }

  @Test
  void cancelsFromAnotherThread() throws SQLException {
    try (Asked asked = Asked.of(standIn);
        Statement statement = asked.connection().createStatement()) {
      CompletableFuture<Void> cancelled = whenActive(() -> statement.cancel());
      assertThatThrownBy(() -> statement.executeQuery(ENDLESS))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      cancelled.join();
      assertThat(asked.value("SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void endsAStatementAfterItsTime() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      asked.run("SET statement_timeout TO 300");
      assertThat(asked.refusal(ENDLESS)).contains("canceling statement due to statement timeout");
    }
    try (Asked asked = Asked.of(standIn);
        Statement statement = asked.connection().createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void stopsTheQueryOfAClientThatGoesAway() throws Exception {
    Connection connection = Asked.connect(standIn);
    CompletableFuture<Void> gone = whenActive(() -> connection.abort(Runnable::run));
    assertThatThrownBy(() -> connection.createStatement().executeQuery(ENDLESS))
        .isInstanceOf(SQLException.class);
    gone.join();
    waitFor(() -> active() == 0);
  }

  @ParameterizedTest
  @EnumSource(value = Faults.Stage.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
  void resetsTheSocketAtEachStage(Faults.Stage stage) throws Exception {
    int before = standIn.openConnections();
    standIn.faults().resetAt(stage);
    assertThatThrownBy(
            () -> {
              try (Asked asked = Asked.of(standIn)) {
                asked.rows("SELECT n FROM million WHERE n < 10");
              }
            })
        .isInstanceOf(SQLException.class);
    waitFor(() -> standIn.openConnections() <= before);
    try (Asked asked = Asked.of(standIn)) {
      assertThat(asked.value("SELECT 1")).isEqualTo("1");
    }
  }

  /**
   * With its ring buffer, which is the default, the driver (2.3.0) takes a lost connection for the
   * end of the rows, so that half an answer looks whole. A client must turn the buffer off, and
   * then set a fetch size, without which all rows are held.
   */
  @ParameterizedTest
  @CsvSource({"3, 0", "3, 2", "5, 2", "5, 1000", "9, 0", "9, 2"})
  void theDriverNoticesALostConnectionWithoutItsRingBuffer(int lostAfter, int fetchSize)
      throws SQLException {
    standIn.faults().resetAfterRows(lostAfter);
    try (Asked asked = Asked.of(standIn, "enableFetchRingBuffer", "false")) {
      asked.connection().setAutoCommit(false);
      Statement statement = asked.connection().createStatement();
      statement.setFetchSize(fetchSize);
      assertThatThrownBy(
              () -> {
                ResultSet rows = statement.executeQuery("SELECT n FROM million WHERE n < 10");
                while (rows.next()) {
                  // Until it is lost.
                }
              })
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void resetsTheSocketAfterSomeRows() throws SQLException {
    standIn.faults().resetAfterRows(1000);
    assertThat(rowsUntilTheEnd()).isBetween(1L, 1000L);
  }

  @Test
  void resetsTheSocketInTheMiddleOfARow() throws SQLException {
    standIn.faults().resetAfterBytes(100_000);
    assertThat(rowsUntilTheEnd()).isBetween(1L, 100_000L / 20);
  }

  /** How many rows came before the socket was reset. */
  private long rowsUntilTheEnd() throws SQLException {
    long count = 0;
    try (Asked asked = Asked.of(standIn, "enableFetchRingBuffer", "false")) {
      asked.connection().setAutoCommit(false);
      Statement statement = asked.connection().createStatement();
      statement.setFetchSize(500);
      try {
        ResultSet rows = statement.executeQuery("SELECT n, t FROM million");
        while (rows.next()) {
          count++;
        }
        throw new AssertionError("All " + count + " rows came");
      } catch (SQLException e) {
        return count;
      }
    }
  }

  @Test
  void waitsWhereToldTo() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      standIn.faults().delayAt(Faults.Stage.STATEMENT, Duration.ofMillis(700));
      Instant start = Instant.now();
      asked.value("SELECT 1");
      assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(650));
    }
  }

  @Test
  void cutsTheTextOfAScanErrorAndLogsTheWhole() throws SQLException {
    standIn
        .faults()
        .failScan("File 'https://s3...", "File 'https://s3/x' has an invalid version number");
    try (Asked asked = Asked.of(standIn)) {
      assertThat(asked.value("SELECT 1")).isEqualTo("1");
      assertThat(asked.refusal("SELECT COUNT(*) FROM web.users"))
          .contains("Spectrum Scan Error", "15007", "File 'https://s3...")
          .doesNotContain("invalid version");
      assertThat(asked.rows("SELECT message FROM svl_s3log WHERE query = pg_last_query_id()"))
          .containsExactly("File 'https://s3/x' has an invalid version number");
      assertThat(asked.rows("SELECT COUNT(*) FROM web.users")).hasSize(1);
    }
  }

  @Test
  void servesTwoConnectionsAtOnce() throws SQLException {
    try (Asked one = Asked.of(standIn);
        Asked other = Asked.of(standIn)) {
      one.connection().setAutoCommit(false);
      try (Statement statement = one.connection().createStatement()) {
        statement.setFetchSize(10);
        ResultSet rows = statement.executeQuery("SELECT n FROM million");
        assertThat(rows.next()).isTrue();
        assertThat(other.value("SELECT COUNT(*) FROM million")).isEqualTo("" + MILLION);
        assertThat(rows.next()).isTrue();
      }
    }
  }

  private interface Action {
    void run() throws SQLException;
  }

  private CompletableFuture<Void> whenActive(Action action) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            waitFor(() -> active() > 0);
            action.run();
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void waitFor(Condition condition) throws SQLException, InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  /** How many endless queries run. */
  private long active() throws SQLException {
    try (Connection connection = standIn.behind().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND usename ="
                    + " 'analyst' AND query LIKE '%CROSS JOIN%'")) {
      count.next();
      return count.getLong(1);
    }
  }
}
