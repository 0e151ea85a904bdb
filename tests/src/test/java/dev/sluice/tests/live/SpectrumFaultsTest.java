package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.ErrorCode;
import dev.sluice.FileInspection;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.spectrum.client.SpectrumEngine;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.wire.Faults.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong between Sluice and Redshift, an answer is whole or an error: no row comes
 * twice, none is missing, no query is left running, and the one session is there for the next
 * query.
 */
@Tag("long")
@Timeout(60)
final class SpectrumFaultsTest {
  private static final int MANY = NumberedLake.NARROW_ROWS;
  private static final String LONG = "SELECT n, c1 FROM web.narrow ORDER BY n";
  private static final String NEXT = "SELECT n FROM web.narrow WHERE n = 0";

  private static RedshiftStandIn redshift;
  private static Sluice sluice;

  @BeforeAll
  static void start() throws SQLException, IOException {
    redshift = RedshiftStandIn.start();
    NumberedLake.load(redshift);
    sluice = open(Duration.ofMinutes(5));
  }

  private static Sluice open(Duration timeout) {
    Map<String, String> login =
        Map.of("user", RedshiftStandIn.USER, "password", RedshiftStandIn.PASSWORD);
    SpectrumSettings settings =
        new SpectrumSettings(redshift.jdbcUrl(), login, 1, 1000, timeout, "sluice", false);
    SluiceConfiguration configuration =
        SluiceConfiguration.builder()
            .prefer(List.of(SpectrumSettings.SPECTRUM))
            .fileInspection(FileInspection.DEFAULT.withOfQueries(false))
            .build();
    return Sluice.builder()
        .configuration(configuration)
        .catalog(NumberedLake.catalog())
        .engine(new SpectrumEngine(settings, configuration))
        .open();
  }

  @AfterEach
  void theSessionIsThereForTheNextQuery() {
    redshift.faults().clear();
    assertThat(Answers.to(sluice, NEXT)).containsExactly(List.of(0L));
    // A stand-in that is told to be silent does not notice that its client has gone until then.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(redshift.openConnections()).isEqualTo(1));
  }

  @AfterAll
  static void stop() {
    sluice.close();
    await().untilAsserted(() -> assertThat(redshift.openConnections()).isZero());
    redshift.close();
  }

  private static Reader.Outcome read(Sluice by, String sql) {
    try (Rows rows = by.query(sql)) {
      return Reader.read(rows);
    }
  }

  private static Arguments fault(String what, Runnable strike) {
    return Arguments.of(what, strike);
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        fault("reset when connected", () -> redshift.faults().resetAt(Stage.CONNECTED)),
        fault("reset when signed in", () -> redshift.faults().resetAt(Stage.AUTHENTICATED)),
        fault("slow to connect", () -> redshift.faults().delayAt(Stage.CONNECTED, SLOW)),
        fault("slow to answer", () -> redshift.faults().delayAt(Stage.FIRST_ROW, SLOW)),
        fault("slow between rows", () -> redshift.faults().delayAfterRows(1500, SLOW)));
  }

  private static final Duration SLOW = Duration.ofMillis(1500);

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("passing")
  void whatPassesIsNotNoticed(String what, Runnable strike) {
    strike.run();
    try (Sluice fresh = open(Duration.ofMinutes(5))) {
      assertThat(read(fresh, LONG)).isEqualTo(Reader.Outcome.whole(MANY));
    }
  }

  static Stream<Arguments> breaking() {
    return Stream.of(
        fault("at the statement", () -> redshift.faults().resetAt(Stage.STATEMENT)),
        fault("before the first row", () -> redshift.faults().resetAt(Stage.FIRST_ROW)),
        fault("after a row", () -> redshift.faults().resetAfterRows(1)),
        fault("between two fetches", () -> redshift.faults().resetAfterRows(1000)),
        fault("among the rows", () -> redshift.faults().resetAfterRows(1500)),
        fault("within a row", () -> redshift.faults().resetAfterBytes(90_000)),
        fault("behind the last row", () -> redshift.faults().resetAt(Stage.COMPLETE)));
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("breaking")
  void aConnectionThatBreaksIsAnError(String what, Runnable strike) {
    strike.run();
    Reader.Outcome outcome = read(sluice, LONG);
    assertThat(outcome.error().code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE);
    assertThat(outcome.rows()).isLessThan(MANY);
  }

  @Test
  void aQueryThatTakesTooLongIsCancelled() {
    try (Sluice impatient = open(Duration.ofSeconds(1))) {
      redshift.faults().delayAt(Stage.FIRST_ROW, Duration.ofSeconds(3));
      Reader.Outcome outcome = read(impatient, LONG);
      assertThat(outcome.error()).hasMessageContaining("timeout-minutes");
      assertThat(outcome.error().code()).isEqualTo(ErrorCode.QUERY_STOPPED);
    }
  }

  static Stream<Arguments> silent() {
    Duration silence = Duration.ofSeconds(15);
    return Stream.of(
        fault("at the statement", () -> redshift.faults().delayAt(Stage.STATEMENT, silence)),
        fault("among the rows", () -> redshift.faults().delayAfterRows(1500, silence)));
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("silent")
  void aRedshiftThatIsSilentIsNotWaitedForForEver(String what, Runnable strike) {
    try (Sluice impatient = open(Duration.ofSeconds(1))) {
      assertThat(Answers.to(impatient, NEXT)).hasSize(1);
      strike.run();
      long since = System.nanoTime();
      Reader.Outcome outcome = read(impatient, LONG);
      assertThat(outcome.error().code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(12));
    }
  }

  @Test
  void rowsMayBeManyMegabytes() {
    try (Rows rows = sluice.query("SELECT n, c1 FROM web.wide ORDER BY n")) {
      assertThat(rows.next()).isTrue();
      assertThat((String) rows.value(1)).hasSize(NumberedLake.WIDE_LENGTH);
      assertThat(rows.next()).isTrue();
      assertThat((String) rows.value(1)).hasSize(NumberedLake.WIDE_LENGTH);
      assertThat(rows.next()).isFalse();
    }
  }

  private static Arguments stage(String what, Runnable slow, Consumer<Rows> reading, int seconds) {
    return Arguments.of(what, slow, reading, Duration.ofSeconds(seconds));
  }

  /** Each slow for longer than cancelling may take. */
  static Stream<Arguments> stages() {
    Duration slow = Duration.ofSeconds(8);
    Consumer<Rows> first = Rows::next;
    return Stream.of(
        stage("statement", () -> redshift.faults().delayAt(Stage.STATEMENT, slow), first, 1),
        stage("first row", () -> redshift.faults().delayAt(Stage.FIRST_ROW, slow), first, 1),
        stage(
            "between rows",
            () -> redshift.faults().delayAfterRows(1500, slow),
            SpectrumFaultsTest::readToTheEnd,
            4));
  }

  private static void readToTheEnd(Rows rows) {
    while (rows.next()) {
      // The rows say nothing here.
    }
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("stages")
  void cancellingFreesWhoeverReads(
      String what, Runnable slow, Consumer<Rows> reading, Duration soon)
      throws InterruptedException {
    slow.run();
    try (Rows rows = sluice.query(LONG)) {
      Cancelling.assertFreed(rows, reading, () -> true, soon);
    }
    await().untilAsserted(() -> assertThat(Backends.running(redshift)).isEmpty());
  }

  @Test
  void cancellingFreesWhoeverWaitsForAConnection() throws InterruptedException {
    try (Sluice fresh = open(Duration.ofMinutes(5))) {
      redshift.faults().delayAt(Stage.CONNECTED, Duration.ofSeconds(3));
      try (Rows rows = fresh.query(LONG)) {
        Cancelling.assertFreed(rows, Rows::next, () -> true, Duration.ofSeconds(1));
      }
      // Its session came when nobody wanted it any more, and was given back.
      assertThat(Answers.to(fresh, NEXT)).hasSize(1);
    }
  }

  @Test
  void rowsThatAreClosedWhileTheirSessionIsBeingOpenedKeepNone() {
    try (Sluice fresh = open(Duration.ofMinutes(5))) {
      redshift.faults().delayAt(Stage.CONNECTED, Duration.ofSeconds(1));
      Rows rows = fresh.query(LONG);
      assertThat(rows.columns()).hasSize(2);
      rows.close();
      assertThat(Answers.to(fresh, NEXT)).hasSize(1);
    }
  }

  @Test
  void moreQueriesThanSessionsWaitForTheirTurn() {
    redshift.faults().delayAfterRows(1500, Duration.ofSeconds(3));
    try (Rows slow = sluice.query(LONG)) {
      assertThat(slow.next()).isTrue();
      try (Rows next = sluice.query(NEXT)) {
        readToTheEnd(slow);
        assertThat(next.next()).isTrue();
      }
    }
  }
}
