package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.Catalog;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.FileInspection;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.athena.client.AthenaEngine;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.MadeUpRows;
import dev.sluice.standin.aws.athena.QueryState;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.aws.s3.S3Faults;
import dev.sluice.standin.aws.s3.S3Proxy;
import dev.sluice.standin.aws.s3.S3Server;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong between Sluice and Athena, an answer is whole or an error: no row comes
 * twice, none is missing, and no query is left running.
 */
@Tag("long")
@Timeout(60)
final class AthenaFaultsTest {
  private static final int MANY = 150_000;
  private static final String LONG = "SELECT n, c1 FROM web.narrow LIMIT " + MANY;
  private static final String SHORT = "SELECT n, c1 FROM web.narrow LIMIT 3";

  /** Of three pages. */
  private static final String PAGES = "SELECT n, c1 FROM web.narrow LIMIT 2500";

  private static final AwsError DENIED =
      new AwsError(400, "AccessDeniedException", "not allowed, says the stand-in");

  private static AwsStandIn services;
  private static S3Server s3;
  private static S3Proxy s3ForClients;
  private static Sluice sluice;
  private static Sluice throughAthena;

  /** They try a call three times: what is throttled without end costs no minutes. */
  private static Sluice impatient;

  private static Sluice impatientThroughAthena;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    s3 = S3Server.start(folder);
    s3.objects().bucket("results");
    s3ForClients = S3Proxy.before(s3.uri());
    services = AwsStandIn.start();
    AthenaService athena = services.startAthena(new MadeUpRows(NumberedLake.texts()), s3.objects());
    athena.put(WorkGroup.of("writing").writingTo("s3://results/"));
    sluice = open(Duration.ofMinutes(5), true);
    throughAthena = open(Duration.ofMinutes(5), false);
    impatient = impatient(true);
    impatientThroughAthena = impatient(false);
  }

  private static Sluice open(Duration timeout, boolean fromS3) {
    return open(timeout, fromS3, NumberedLake.catalog());
  }

  private static Sluice impatient(boolean fromS3) {
    return open(
        configuration().aws("attempts", "3"),
        Duration.ofMinutes(5),
        fromS3,
        NumberedLake.catalog());
  }

  private static SluiceConfiguration.Builder configuration() {
    return LiveConfiguration.of(services, s3ForClients)
        .fileInspection(FileInspection.DEFAULT.withOfQueries(false));
  }

  private static Sluice open(Duration timeout, boolean fromS3, Catalog catalog) {
    return open(configuration(), timeout, fromS3, catalog);
  }

  private static Sluice open(
      SluiceConfiguration.Builder configured, Duration timeout, boolean fromS3, Catalog catalog) {
    SluiceConfiguration configuration = configured.build();
    AthenaSettings settings =
        new AthenaSettings(
            "writing", Optional.empty(), "AwsDataCatalog", Duration.ZERO, timeout, fromS3);
    return Sluice.builder()
        .configuration(configuration)
        .catalog(catalog)
        .engine(AthenaEngine.open(configuration, settings))
        .open();
  }

  @AfterEach
  void mend() {
    services.faults().clear();
    s3ForClients.faults().clear();
    services.athena().queueing(Duration.ZERO);
    services.athena().hang(0);
  }

  @AfterAll
  static void stop() {
    sluice.close();
    throughAthena.close();
    impatient.close();
    impatientThroughAthena.close();
    services.close();
    s3ForClients.close();
    s3.close();
  }

  private static Reader.Outcome read(Sluice by, String sql) {
    try (Rows rows = by.query(sql)) {
      return Reader.read(rows);
    }
  }

  private static AthenaService.Started last() {
    List<AthenaService.Started> all = services.athena().queries();
    return all.get(all.size() - 1);
  }

  private static void assertEndsAs(QueryState state) {
    await().atMost(Duration.ofSeconds(10)).until(() -> last().state() == state);
  }

  private static Arguments fault(String what, Runnable strike) {
    return Arguments.of(what, strike);
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        fault("start reset", () -> services.faults().on("StartQueryExecution").times(2).reset()),
        fault("start's answer lost", () -> onStart().times(2).loseAnswer()),
        fault("start's answer halved", () -> onStart().times(2).halveAnswer()),
        fault("start fails", () -> onStart().times(2).fail()),
        fault("polling reset", () -> onPoll().times(2).reset()),
        fault("polling's answer halved", () -> onPoll().times(2).halveAnswer()),
        fault("polling fails", () -> onPoll().times(2).fail()),
        fault("types reset", () -> onPage().times(2).reset()),
        fault("types' answer halved", () -> onPage().times(2).halveAnswer()),
        fault("types fail", () -> onPage().times(2).fail()),
        fault("types denied", () -> onPage().refuse(DENIED)),
        fault("everything throttled", () -> services.faults().on("*").times(4).throttle()),
        fault("object reset", () -> onObject().times(2).reset()),
        fault("object breaks", () -> onObject().times(2).breakAfter(70_000)),
        fault("later part breaks", () -> onObject().from(3).times(2).breakAfter(1_000_000)),
        fault("object fails", () -> onObject().times(2).fail()),
        fault("object throttled", () -> onObject().times(3).throttle()));
  }

  private static Faults.Rule onStart() {
    return services.faults().on("StartQueryExecution");
  }

  private static Faults.Rule onPoll() {
    return services.faults().on("GetQueryExecution");
  }

  private static Faults.Rule onPage() {
    return services.faults().on("GetQueryResults");
  }

  private static S3Faults.Rule onObject() {
    return s3ForClients.faults().below("/results");
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("passing")
  void whatPassesIsNotNoticed(String what, Runnable strike) {
    int before = services.athena().queries().size();
    strike.run();
    assertThat(read(sluice, LONG)).isEqualTo(Reader.Outcome.whole(MANY));
    assertThat(services.athena().queries()).as("started once").hasSize(before + 1);
  }

  static Stream<Arguments> passingPages() {
    return Stream.of(
        fault("first page reset", () -> onPage().times(1).reset()),
        fault("second page reset", () -> onPage().from(2).times(1).reset()),
        fault("second page lost", () -> onPage().from(2).times(1).loseAnswer()),
        fault("last page halved", () -> onPage().from(3).times(1).halveAnswer()),
        fault("second page fails", () -> onPage().from(2).times(2).fail()),
        fault("pages throttled", () -> onPage().times(3).throttle()));
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("passingPages")
  void whatPassesBetweenPagesIsNotNoticed(String what, Runnable strike) {
    strike.run();
    assertThat(read(throughAthena, PAGES)).isEqualTo(Reader.Outcome.whole(2500));
  }

  private static Arguments lasting(String what, Runnable strike, Sluice by, ErrorCode code) {
    return Arguments.of(what, strike, by, code);
  }

  static Stream<Arguments> lasting() {
    return Stream.of(
        lasting(
            "half an object", () -> onObject().shorten(100_000), sluice, ErrorCode.ENGINE_FAILED),
        lasting(
            "a later part cut short",
            () -> onObject().from(2).times(1).shorten(100_000),
            sluice,
            ErrorCode.ENGINE_FAILED),
        lasting(
            "credentials expire while the query runs",
            () -> onPoll().from(2).expireCredentials(),
            sluice,
            ErrorCode.CREDENTIALS_INVALID),
        lasting(
            "credentials expire at the object",
            () -> onObject().expireCredentials(),
            sluice,
            ErrorCode.CREDENTIALS_INVALID),
        lasting(
            "credentials expire at a later part",
            () -> onObject().from(3).expireCredentials(),
            sluice,
            ErrorCode.CREDENTIALS_INVALID),
        lasting(
            "credentials expire between pages",
            () -> onPage().from(2).expireCredentials(),
            throughAthena,
            ErrorCode.CREDENTIALS_INVALID),
        lasting(
            "starting is throttled without end",
            () -> onStart().throttle(),
            impatient,
            ErrorCode.ENGINE_UNAVAILABLE),
        lasting(
            "polling is throttled without end",
            () -> onPoll().throttle(),
            impatient,
            ErrorCode.ENGINE_UNAVAILABLE),
        lasting(
            "pages are throttled without end",
            () -> onPage().from(2).throttle(),
            impatientThroughAthena,
            ErrorCode.ENGINE_UNAVAILABLE),
        lasting(
            "the object is throttled without end",
            () -> onObject().throttle(),
            impatient,
            ErrorCode.ENGINE_UNAVAILABLE),
        lasting(
            "a later part is denied",
            () -> onObject().from(2).deny(),
            sluice,
            ErrorCode.ACCESS_DENIED));
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("lasting")
  void whatLastsIsAnError(String what, Runnable strike, Sluice by, ErrorCode code) {
    services.athena().queueing(Duration.ofMillis(50));
    strike.run();
    Reader.Outcome outcome = read(by, LONG);
    assertThat(outcome.error().code()).isEqualTo(code);
    assertThat(outcome.rows()).isLessThan(MANY);
  }

  @Test
  void aQueryThatTakesTooLongIsStopped() {
    try (Sluice hurried = open(Duration.ofSeconds(1), true)) {
      services.athena().hang(1);
      Reader.Outcome outcome = read(hurried, SHORT);
      assertThat(outcome.error()).hasMessageContaining("took longer");
      assertThat(outcome.error().code()).isEqualTo(ErrorCode.QUERY_STOPPED);
      assertEndsAs(QueryState.CANCELLED);
    }
  }

  @Test
  void anAthenaThatIsSilentIsNotWaitedForForEver() {
    try (Sluice hurried = open(Duration.ofSeconds(1), true)) {
      onPoll().delay(Duration.ofSeconds(12));
      Reader.Outcome outcome = read(hurried, SHORT);
      assertThat(outcome.error()).hasMessageContaining("has not said");
      assertThat(outcome.error().code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE);
      services.faults().clear();
    }
  }

  /** As where a view, or Athena's own rules, make of a value what the plan does not know. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void valuesOfOtherTypesThanPlannedAreNotShown(boolean fromS3) {
    Table narrow =
        Table.builder(new TableName("web", "narrow"))
            .storage(Storage.of(TableFormat.PARQUET, "s3://lake/narrow"))
            .column("n", Primitive.DATE)
            .column("c1", Primitive.STRING)
            .build();
    Catalog catalog = InMemoryCatalog.builder().table(narrow).build();
    try (Sluice other = open(Duration.ofMinutes(5), fromS3, catalog);
        Rows rows = other.query(SHORT)) {
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(() -> rows.value(0))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED))
          .hasMessageContaining("column n")
          .hasMessageContaining("is bigint, where the plan has date");
      assertThat(rows.value(1)).isNotNull();
    }
  }

  @Test
  void rowsMayBeManyMegabytes() {
    for (Sluice by : List.of(sluice, throughAthena)) {
      try (Rows rows = by.query("SELECT n, c1 FROM web.wide LIMIT 2")) {
        assertThat(rows.next()).isTrue();
        assertThat((String) rows.value(1)).hasSize(NumberedLake.WIDE_LENGTH);
        assertThat(rows.next()).isTrue();
        assertThat((String) rows.value(1)).hasSize(NumberedLake.WIDE_LENGTH);
        assertThat(rows.next()).isFalse();
      }
    }
  }

  private static Arguments stage(
      String what, Runnable slow, Sluice by, Consumer<Rows> reading, QueryState end) {
    return Arguments.of(what, slow, by, reading, end);
  }

  /** Each slow for longer than cancelling may take; with how the query ends at Athena. */
  static Stream<Arguments> stages() {
    Duration slow = Duration.ofSeconds(8);
    Duration slowStart = Duration.ofSeconds(4);
    Consumer<Rows> first = Rows::next;
    Consumer<Rows> all = AthenaFaultsTest::readToTheEnd;
    QueryState stopped = QueryState.CANCELLED;
    QueryState done = QueryState.SUCCEEDED;
    return Stream.of(
        stage("starting", () -> onStart().delay(slowStart), sluice, first, stopped),
        stage("queued", () -> services.athena().queueing(slow), sluice, first, stopped),
        stage("running", () -> services.athena().hang(1), sluice, first, stopped),
        stage("polling", () -> onPoll().from(2).delay(slow), sluice, first, done),
        stage("first part", () -> onObject().delay(slow), sluice, first, done),
        stage("later part", () -> onObject().from(2).delay(slow), sluice, all, done),
        stage("first page", () -> onPage().delay(slow), throughAthena, first, done),
        stage("later page", () -> onPage().from(2).delay(slow), throughAthena, all, done));
  }

  private static void readToTheEnd(Rows rows) {
    while (rows.next()) {
      // The rows say nothing here.
    }
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("stages")
  void cancellingFreesWhoeverReadsAtOnce(
      String what, Runnable slow, Sluice by, Consumer<Rows> reading, QueryState end)
      throws InterruptedException {
    int before = services.athena().queries().size();
    slow.run();
    try (Rows rows = by.query(LONG)) {
      Cancelling.assertFreed(
          rows,
          reading,
          () -> end == QueryState.CANCELLED || hasSucceeded(before),
          Duration.ofSeconds(1));
    }
    await().until(() -> services.athena().queries().size() == before + 1);
    assertEndsAs(end);
  }

  private static boolean hasSucceeded(int before) {
    return services.athena().queries().size() > before && last().state() == QueryState.SUCCEEDED;
  }

  @Test
  void closingWhileAQueryIsBeingStartedStopsItToo() throws InterruptedException {
    int before = services.athena().queries().size();
    CountDownLatch asked = new CountDownLatch(1);
    onStart()
        .meanwhile(
            () -> {
              asked.countDown();
              LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            });
    try (Sluice closing = open(Duration.ofMinutes(5), true)) {
      services.athena().hang(1);
      Rows rows = closing.query(SHORT);
      assertThat(rows.columns()).hasSize(2);
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(services.athena().queries()).hasSize(before + 1);
    assertThat(last().state()).isEqualTo(QueryState.CANCELLED);
  }
}
