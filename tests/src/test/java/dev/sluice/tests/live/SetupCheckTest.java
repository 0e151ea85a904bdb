package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckResult;
import dev.sluice.CheckResult.Outcome;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.redshift.RedshiftStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of a configuration that works, and of each way in which one does not. */
final class SetupCheckTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPARK = EngineName.of("spark");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  private static AwsAccount account;
  private static RedshiftStandIn redshift;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
    account = AwsAccount.start(Files.createDirectory(folder.resolve("servers")), Clock.systemUTC());
    account.load(SmallLake.write(folder.resolve("lake")), "lake");
    account.s3().objects().bucket("results");
    AthenaService athena = account.services().athena();
    athena.put(WorkGroup.of("writing").writingTo("s3://results/"));
    athena.put(WorkGroup.of("managed").managing());
    athena.put(WorkGroup.of("bare"));
    athena.put(WorkGroup.of("off").writingTo("s3://results/").disabling());
    redshift = RedshiftStandIn.start();
  }

  @AfterEach
  void mend() {
    account.services().faults().clear();
  }

  @AfterAll
  static void stop() {
    account.close();
    redshift.close();
  }

  /** Takes Spark's place: its start would take long, and shows nothing of accounts. */
  private record Unavailable(EngineName name) implements Engine {
    @Override
    public Rows run(Plan plan, RunListener listener) {
      throw new SluiceException(ErrorCode.ENGINE_UNAVAILABLE, name + " is not started here");
    }

    @Override
    public void close() {}
  }

  private static SluiceConfiguration.Builder athena(String workgroup) {
    return LiveConfiguration.of(account).engine(ATHENA, "workgroup", workgroup);
  }

  private static SluiceConfiguration.Builder both() {
    return athena("writing")
        .engine(SPECTRUM, "url", redshift.jdbcUrl())
        .engine(SPECTRUM, "user", RedshiftStandIn.USER)
        .engine(SPECTRUM, "password", RedshiftStandIn.PASSWORD);
  }

  private static List<CheckResult> check(SluiceConfiguration.Builder configuration) {
    List<CheckResult> results = new ArrayList<>();
    try (Sluice sluice =
        Sluice.builder()
            .configuration(configuration.build())
            .engine(new Unavailable(SPARK))
            .open()) {
      sluice.check(results::add, RunListener.NONE);
    }
    return results;
  }

  private static CheckResult of(List<CheckResult> results, String part, String what) {
    return results.stream()
        .filter(result -> result.part().equals(part) && result.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError(what + " of " + part + " is not in " + results));
  }

  @Test
  void saysOfWhatWorksWhoAndWhere() throws SQLException {
    redshift.tables().createSchema("ext_web", "web", "arn:aws:iam::123456789012:role/spectrum");
    try {
      List<CheckResult> results = check(both());
      assertThat(results)
          .filteredOn(result -> !result.part().equals("spark"))
          .extracting(CheckResult::outcome)
          .containsOnly(Outcome.GOOD);
      assertThat(of(results, "catalog", "calls Glue as").said()).contains("arn:aws:iam::");
      assertThat(of(results, "catalog", "lists databases").said()).isEqualTo("web");
      assertThat(of(results, "athena", "engine version").said())
          .isEqualTo("Athena engine version 3");
      assertThat(of(results, "athena", "results go to").said()).isEqualTo("s3://results/");
      assertThat(of(results, "athena", "answers SELECT 1 AS one").said()).startsWith("in ");
      assertThat(of(results, "spectrum", "signs in as").said()).startsWith("analyst on ");
      assertThat(of(results, "spectrum", "sees the databases").said()).isEqualTo("1 of 1");
    } finally {
      redshift
          .tables()
          .run(
              "DROP SCHEMA ext_web",
              "DELETE FROM redshift.external_schema WHERE schemaname = 'ext_web'");
    }
  }

  @Test
  void saysWhichDatabasesRedshiftDoesNotSeeAndHowItWould() {
    CheckResult result = of(check(both()), "spectrum", "sees the databases");
    assertThat(result.outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(result.said()).isEqualTo("0 of 1; not web");
    assertThat(result.cure()).contains("CREATE EXTERNAL SCHEMA \"web\"");
  }

  @Test
  void saysThatResultsHaveNoPlace() {
    CheckResult result = of(check(athena("bare")), "athena", "results go to");
    assertThat(result.outcome()).isEqualTo(Outcome.BAD);
    assertThat(result.cure()).contains("setting 'output'");
    CheckResult named =
        of(
            check(athena("bare").engine(ATHENA, "output", "s3://results/x/")),
            "athena",
            "results go to");
    assertThat(named.said()).isEqualTo("s3://results/x/");
    assertThat(of(check(athena("managed")), "athena", "results go to").outcome())
        .isEqualTo(Outcome.GOOD);
  }

  @Test
  void saysThatAWorkgroupIsDisabledOrNotThere() {
    CheckResult off = of(check(athena("off")), "athena", "workgroup off");
    assertThat(off.outcome()).isEqualTo(Outcome.BAD);
    assertThat(off.said()).isEqualTo("is disabled");
    CheckResult missing = of(check(athena("absent")), "athena", "workgroup absent");
    assertThat(missing.outcome()).isEqualTo(Outcome.BAD);
    assertThat(missing.said()).contains("absent");
  }

  @Test
  void saysThatPlansAreMadeForAnotherVersion() {
    CheckResult result =
        of(check(athena("writing").engine(ATHENA, "engine", "2")), "athena", "engine version");
    assertThat(result.outcome()).isEqualTo(Outcome.BAD);
    assertThat(result.cure()).contains("setting 'engine'");
  }

  @Test
  void goesOnAfterWhatDoesNotWork() {
    SluiceConfiguration.Builder wrong = both().engine(SPECTRUM, "password", "not-the-secret");
    List<CheckResult> results = check(wrong);
    assertThat(of(results, "athena", "answers SELECT 1 AS one").outcome()).isEqualTo(Outcome.GOOD);
    assertThat(of(results, "spark", "answers SELECT 1 AS one").said())
        .isEqualTo("spark is not started here");
    assertThat(of(results, "spectrum", "signs in as").outcome()).isEqualTo(Outcome.BAD);
    assertThat(of(results, "spectrum", "sees the databases").outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(results.toString()).doesNotContain("not-the-secret");
  }

  @Test
  void saysThatGlueDoesNotLetTheCallerIn() {
    account
        .services()
        .faults()
        .on("GetDatabases")
        .refuse(new AwsError(400, "AccessDeniedException", "not allowed, says the stand-in"));
    CheckResult result = of(check(athena("writing")), "catalog", "lists databases");
    assertThat(result.outcome()).isEqualTo(Outcome.BAD);
  }
}
