package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.MadeUpRows;
import dev.sluice.standin.aws.athena.QueryState;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.wire.Faults.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left at the engines when the process that asked is ended or killed. */
@Tag("long")
@Timeout(120)
final class EndedClientTest {
  private static final String SQL = "SELECT n, c1 FROM web.narrow ORDER BY n LIMIT 15000";
  private static final Duration LONG = Duration.ofSeconds(60);

  /** How long Redshift does not answer: the query is running when it is noticed. */
  private static final Duration HELD = Duration.ofSeconds(10);

  private static AwsStandIn services;
  private static RedshiftStandIn redshift;
  private static CommandLine shell;

  private int before;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException {
    services = AwsStandIn.start();
    AthenaService athena =
        services.startAthena(new MadeUpRows(NumberedLake.texts()), (location, file) -> {});
    athena.put(WorkGroup.of("writing").writingTo("s3://results/"));
    redshift = RedshiftStandIn.start();
    NumberedLake.load(redshift);
    NumberedLake.write(folder.resolve("lake"));
    Files.writeString(folder.resolve("sluice.yaml"), configuration());
    shell =
        new CommandLine(
            folder,
            Map.of(
                "AWS_ACCESS_KEY_ID", services.user().accessKey(),
                "AWS_SECRET_ACCESS_KEY", services.user().secret(),
                "REDSHIFT_PASSWORD", RedshiftStandIn.PASSWORD));
  }

  private static String configuration() {
    return """
        lake: lake
        files:
          inspect: false
        aws:
          region: eu-west-1
          endpoints:
            athena: %s
        engines:
          athena:
            workgroup: writing
          spectrum:
            url: %s
            user: %s
            password: ${REDSHIFT_PASSWORD}
        """
        .formatted(services.uri(), redshift.jdbcUrl(), RedshiftStandIn.USER);
  }

  @BeforeEach
  void count() {
    before = services.athena().queries().size();
  }

  @AfterEach
  void mend() {
    services.athena().hang(0);
    services.athena().queueing(Duration.ZERO);
    redshift.faults().clear();
  }

  @AfterAll
  static void stop() {
    redshift.close();
    services.close();
  }

  private static Process query(String engine) throws IOException {
    return shell
        .start(
            List.of(),
            CommandLine.MAIN,
            "query",
            "--config",
            "sluice.yaml",
            "--prefer",
            engine,
            "--format",
            "csv",
            SQL)
        .process();
  }

  private void awaitStart() {
    await()
        .atMost(LONG)
        .until(() -> services.athena().queries().size() > before && last() == QueryState.RUNNING);
  }

  private static QueryState last() {
    List<AthenaService.Started> all = services.athena().queries();
    return all.get(all.size() - 1).state();
  }

  @Test
  void aProcessThatIsToldToEndStopsItsQueryAtAthena() throws IOException, InterruptedException {
    services.athena().hang(1);
    Process client = query("athena");
    awaitStart();
    client.destroy();
    assertThat(client.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(last()).isEqualTo(QueryState.CANCELLED);
  }

  @Test
  void aQueryOfAProcessThatIsKilledEndsAtAthenaByItself() throws IOException, InterruptedException {
    services.athena().queueing(Duration.ofSeconds(2));
    Process client = query("athena");
    await().atMost(LONG).until(() -> services.athena().queries().size() > before);
    client.destroyForcibly().waitFor();
    await().atMost(LONG).until(() -> last() == QueryState.SUCCEEDED);
    await().atMost(LONG).until(() -> services.connections() == 0);
    assertThat(services.athena().queries()).hasSize(before + 1);
  }

  @Test
  void aProcessThatIsToldToEndCancelsItsQueryAtRedshift() throws Exception {
    redshift.faults().delayAt(Stage.FIRST_ROW, HELD);
    Process client = query("spectrum");
    await().atMost(LONG).until(() -> !Backends.running(redshift).isEmpty());
    client.destroy();
    assertThat(client.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertNothingIsLeft();
  }

  @Test
  void aQueryOfAProcessThatIsKilledEndsAtRedshiftWithItsConnection() throws Exception {
    redshift.faults().delayAfterRows(1500, HELD);
    Process client = query("spectrum");
    await().atMost(LONG).until(() -> !Backends.running(redshift).isEmpty());
    client.destroyForcibly().waitFor();
    assertNothingIsLeft();
  }

  private static void assertNothingIsLeft() {
    await().atMost(LONG).until(() -> redshift.openConnections() == 0);
    await().atMost(LONG).untilAsserted(() -> assertThat(Backends.running(redshift)).isEmpty());
  }
}
