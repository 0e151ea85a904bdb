package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.StructValue;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.QueryState;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.aws.wire.AwsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sluice's client of Athena over the wire, before a real Trino that reads from Glue and S3. */
final class AthenaEngineTest {
  /** What a query of 100,000 rows and more than one part of its result comes to. */
  private static final String LONG =
      "SELECT a.n * 1000 + b.n AS n, rpad('', 60, 'x') AS filling"
          + " FROM UNNEST(sequence(0, 99)) AS a (n) CROSS JOIN UNNEST(sequence(0, 999)) AS b (n)";

  private static AwsAccount account;
  private static Sluice sluice;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    account = AwsAccount.start(Files.createDirectory(folder.resolve("servers")), Clock.systemUTC());
    account.load(SmallLake.write(folder.resolve("lake")), "lake");
    account.s3().objects().bucket("results");
    AthenaService athena = account.services().athena();
    athena.put(WorkGroup.of("writing").writingTo("s3://results/"));
    athena.put(WorkGroup.of("managed").managing());
    sluice = open("writing");
  }

  private static Sluice open(String workgroup) {
    return Sluice.open(
        LiveConfiguration.of(account).engine(ATHENA, "workgroup", workgroup).build());
  }

  private static final EngineName ATHENA = EngineName.of("athena");

  @AfterEach
  void mend() {
    account.services().faults().clear();
    account.s3ForClients().faults().clear();
  }

  @AfterAll
  static void stop() {
    sluice.close();
    account.close();
  }

  private static List<List<@Nullable Object>> answer(String sql) {
    return Answers.to(sluice, sql);
  }

  private static StructValue device(@Nullable String os, @Nullable Integer width) {
    return new StructValue(List.of("os", "width"), Arrays.asList(os, width));
  }

  @Test
  void nestedValuesComeBackAsTheyAre() {
    assertThat(answer("SELECT id, device, tags, scores FROM web.visits ORDER BY id"))
        .containsExactly(
            Arrays.asList(
                "a", device("ios, \"x\" {a=1}", 7), List.of("x, y", "[z]"), Map.of("k=1", 1.5)),
            Arrays.asList("b", device(null, null), Arrays.asList("", null), Map.of()),
            Arrays.asList("c", null, null, null));
  }

  @Test
  void whatAQueryComparesIsTheValueItself() {
    // Trino itself puts no rows in order whose fields are NULL.
    List<@Nullable Object> distinct = new ArrayList<>();
    answer("SELECT DISTINCT device FROM web.visits WHERE id <> 'b' ORDER BY device")
        .forEach(row -> distinct.add(row.get(0)));
    assertThat(distinct).containsExactly(device("ios, \"x\" {a=1}", 7), null);
    assertThat(
            answer(
                "SELECT tags FROM web.visits WHERE id = 'a' UNION ALL SELECT ARRAY['more']"
                    + " ORDER BY 1 LIMIT 1"))
        .containsExactly(List.of(List.of("more")));
    assertThat(
            answer(
                "SELECT device, count(*) FROM web.visits WHERE id <> 'b' GROUP BY 1 ORDER BY 2, 1"))
        .hasSize(2);
  }

  @Test
  void everyTypeComesBackAsItIs() {
    List<@Nullable Object> row =
        answer(
                """
                SELECT true, TINYINT '-128', SMALLINT '7', 7, 70000000000, REAL '1.5', nan(),
                  DECIMAL '12345678901234567890.50', 'é, "q"', '', CAST('a' AS char(3)),
                  DATE '2019-03-27', TIMESTAMP '2019-03-27 16:00:00.005',
                  TIMESTAMP '2019-03-27 16:00:00.000 +02:00', CAST(NULL AS varchar), NULL, X'00ff'
                """)
            .get(0);
    assertThat(row.subList(0, 16))
        .containsExactly(
            true,
            (byte) -128,
            (short) 7,
            7,
            70_000_000_000L,
            1.5f,
            Double.NaN,
            new BigDecimal("12345678901234567890.50"),
            "é, \"q\"",
            "",
            "a  ",
            LocalDate.of(2019, 3, 27),
            LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000),
            OffsetDateTime.of(2019, 3, 27, 16, 0, 0, 0, ZoneOffset.ofHours(2)),
            null,
            null);
    assertThat(row.get(16)).isEqualTo(new byte[] {0, -1});
  }

  @Test
  void whatJsonHasNoWordForComesBackAllTheSame() {
    assertThat(
            answer(
                """
                SELECT ARRAY[X'00ff', NULL], CAST(ROW(1, 'x') AS row(a integer, b varchar)),
                  MAP(ARRAY[DATE '2019-03-27'], ARRAY[infinity()]),
                  ARRAY[CAST(ROW(X'01', DECIMAL '1.10') AS row(a varbinary, b decimal(5,2))), NULL],
                  ARRAY[TIMESTAMP '2019-03-27 16:00:00.000 UTC']
                """))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            Arrays.asList(
                Arrays.asList(new byte[] {0, -1}, null),
                new StructValue(List.of("a", "b"), List.of(1, "x")),
                Map.of(LocalDate.of(2019, 3, 27), Double.POSITIVE_INFINITY),
                Arrays.asList(
                    new StructValue(
                        List.of("a", "b"), List.of(new byte[] {1}, new BigDecimal("1.10"))),
                    null),
                List.of(OffsetDateTime.of(2019, 3, 27, 16, 0, 0, 0, ZoneOffset.UTC))));
  }

  @Test
  void fieldsMayHaveAnyName() {
    assertThat(
            answer(
                """
                SELECT CAST(ROW('x', 1, true) AS row("order" char(2), "a-b" integer, "c d" boolean)),
                  ROW(CAST('y' AS char(2)), 2)
                """))
        .containsExactly(
            List.of(
                new StructValue(List.of("order", "a-b", "c d"), List.of("x ", 1, true)),
                new StructValue(List.of("field0", "field1"), List.of("y ", 2))));
  }

  @Test
  void tellsWhatTheQueryTook() {
    try (Rows rows = sluice.query("SELECT count(*) FROM web.visits")) {
      assertThat(Answers.all(rows)).containsExactly(List.of(3L));
      assertThat(rows.statistics().bytesScanned()).isPresent();
      assertThat(rows.statistics().cost()).contains(new BigDecimal("0.000050"));
      assertThat(rows.statistics().id()).isEqualTo(java.util.Optional.of(last().id()));
    }
  }

  @Test
  void anEmptyAnswerHasNoRows() {
    assertThat(answer("SELECT id FROM web.visits WHERE id = 'none'")).isEmpty();
  }

  @Test
  void theSameRowsComeThroughAthenaWhereS3IsDenied() {
    account.s3ForClients().faults().below("/results").deny();
    assertThat(answer("SELECT id, device FROM web.visits ORDER BY id")).hasSize(3);
    try (Sluice managed = open("managed")) {
      assertThat(
              Answers.to(
                  managed, "SELECT id, '' AS e, tags FROM web.visits WHERE id >= 'b' ORDER BY id"))
          .containsExactly(
              Arrays.asList("b", "", Arrays.asList("", null)), Arrays.asList("c", "", null));
    }
  }

  @Test
  void pagesThroughAthenaAreJoined() {
    try (Sluice managed = open("managed")) {
      assertThat(Answers.to(managed, "SELECT n FROM UNNEST(sequence(1, 2500)) AS t (n) ORDER BY n"))
          .hasSize(2500)
          .startsWith(List.of(1L))
          .endsWith(List.of(2500L));
    }
  }

  @Test
  void aLongResultComesInParts() {
    account.s3ForClients().faults().below("/results").from(2).times(1).breakAfter(100_000);
    long sum = 0;
    int count = 0;
    try (Rows rows = sluice.query(LONG)) {
      while (rows.next()) {
        sum += (Long) java.util.Objects.requireNonNull(rows.value(0));
        count++;
      }
    }
    assertThat(count).isEqualTo(100_000);
    assertThat(sum).isEqualTo(99_999L * 100_000 / 2);
  }

  @Test
  void aResultThatIsWrittenAnewIsAnError() {
    byte[] other = "\"n\",\"filling\"\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    account
        .s3ForClients()
        .faults()
        .below("/results")
        .from(2)
        .times(1)
        .first(() -> put("s3://results/" + last().id() + ".csv", other));
    assertThatThrownBy(() -> answer(LONG))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED));
  }

  private static void put(String location, byte[] bytes) {
    try {
      account.s3().objects().put(location, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCallThatIsTriedAgainStartsNothingTwice() {
    int before = account.services().athena().queries().size();
    account.services().faults().on("StartQueryExecution").times(2).loseAnswer();
    assertThat(answer("SELECT 42 + 0")).containsExactly(List.of(42));
    assertThat(account.services().athena().queries()).hasSize(before + 1);
  }

  @Test
  void patienceIsHadWithThrottlingAndFailures() {
    account.services().faults().on("*").times(3).throttle();
    account.services().faults().on("GetQueryExecution").from(2).times(2).fail();
    account.services().faults().on("GetQueryExecution").times(1).reset();
    account.s3ForClients().faults().below("/results").times(2).throttle();
    assertThat(answer("SELECT 42 + 0")).containsExactly(List.of(42));
  }

  @ParameterizedTest
  @CsvSource({"StartQueryExecution", "GetQueryExecution"})
  void credentialsThatExpireAreToldAsSuch(String operation) {
    account.services().faults().on(operation).expireCredentials();
    assertThatThrownBy(() -> answer("SELECT 42 + 0"))
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_INVALID));
  }

  @Test
  void whoMayNotIsToldSo() {
    account
        .services()
        .faults()
        .on("StartQueryExecution")
        .refuse(new AwsError(400, "AccessDeniedException", "You may not."));
    assertThatThrownBy(() -> answer("SELECT 42 + 0"))
        .hasMessageContaining("You may not.")
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  @Test
  void athenasOwnFailureIsToldInItsWords() {
    assertThatThrownBy(() -> answer("SELECT 1 / CAST(id AS bigint) FROM web.visits"))
        .hasMessageContaining("Athena failed")
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED));
  }

  @Test
  void aCancelledQueryIsStopped() throws InterruptedException {
    account.services().athena().hang(1);
    try (Rows rows = sluice.query("SELECT 43 + 0")) {
      Thread other = new Thread(() -> cancelOnceItRuns(rows));
      other.start();
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      other.join();
    }
    assertStopped();
  }

  private static void cancelOnceItRuns(Rows rows) {
    await().until(() -> last().sql().contains("43"));
    rows.cancel();
  }

  @Test
  void rowsThatAreClosedEarlyStopTheQuery() {
    account.services().athena().hang(1);
    try (Rows rows = sluice.query("SELECT 44 + 0")) {
      assertThat(rows.columns()).hasSize(1);
      await().until(() -> last().sql().contains("44"));
    }
    assertStopped();
  }

  @Test
  void closingSluiceStopsWhatRuns() {
    account.services().athena().hang(1);
    try (Sluice other = open("writing")) {
      Rows rows = other.query("SELECT 45 + 0");
      assertThat(rows.columns()).hasSize(1);
      await().until(() -> last().sql().contains("45"));
    }
    assertStopped();
  }

  private static void assertStopped() {
    await().atMost(Duration.ofSeconds(20)).until(() -> last().state() == QueryState.CANCELLED);
  }

  private static AthenaService.Started last() {
    List<AthenaService.Started> all = account.services().athena().queries();
    return all.get(all.size() - 1);
  }
}
