package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.cli.DemoStop;
import dev.sluice.cli.DemoTour;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.ConversionReport;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import dev.sluice.standin.redshift.lake.ExampleRows;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example lake in S3, its catalog in Glue: what the tour asks is answered alike by Athena, by
 * Redshift and by the embedded Spark, and through the command line as a user types it.
 */
final class ExampleLakeOnEnginesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  /** Without an order two engines may begin with other rows. */
  private static final String SOME = "LIMIT 2";

  private static final ConversionOrder NIGHT =
      ConversionOrder.of(new TableName("web", "ad_events")).withWhere("datetime < '2019-03-26-06'");

  /** A row a bid, of flat columns. */
  private static final ConversionOrder BIDS =
      NIGHT.withFlatten(true).withExplode("bids").withTarget(new TableName("web", "ad_event_bids"));

  private static ConversionReport converted;
  private static AwsAccount account;
  private static RedshiftStandIn redshift;
  private static Sluice onAws;
  private static Sluice embedded;
  private static CommandLine shell;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    embedded = Sluice.open(SluiceConfiguration.builder().lake(lake).build());
    converted = conversion().run(NIGHT, 2, RunListener.NONE);
    conversion().run(BIDS, 2, RunListener.NONE);
    account = AwsAccount.start(Files.createDirectory(folder.resolve("servers")), Clock.systemUTC());
    account.load(lake, "example-lake");
    account.s3().objects().bucket("results");
    account.services().athena().put(WorkGroup.of("analysts").writingTo("s3://results/sluice/"));
    redshift = RedshiftStandIn.start();
    ExampleRows.load(redshift.tables());
    onAws =
        Sluice.open(
            LiveConfiguration.of(account)
                .engine(ATHENA, "workgroup", "analysts")
                .engine(SPECTRUM, "url", redshift.jdbcUrl())
                .engine(SPECTRUM, "user", RedshiftStandIn.USER)
                .engine(SPECTRUM, "password", RedshiftStandIn.PASSWORD)
                .engine(SPECTRUM, "schemas.web", ExampleRows.SCHEMA)
                .build());
    mirrorConverted(NIGHT.twin());
    mirrorConverted(BIDS.twin());
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("sluice.yaml"), configuration());
    shell =
        new CommandLine(
            home,
            Map.of(
                "AWS_ACCESS_KEY_ID", account.services().user().accessKey(),
                "AWS_SECRET_ACCESS_KEY", account.services().user().secret(),
                "REDSHIFT_PASSWORD", RedshiftStandIn.PASSWORD));
  }

  private static LakeConversion conversion() {
    return new LakeConversion(embedded, new LocalFolders(), Clock.systemUTC());
  }

  /** The stand-in of Redshift reads no files: it gets the rows that Athena reads from them. */
  private static void mirrorConverted(TableName name) throws SQLException, IOException {
    Table twin = onAws.catalog().table(name).orElseThrow();
    Plan plan =
        onAws.plan("SELECT * FROM " + name, PlanOptions.DEFAULT.withPrefer(List.of(ATHENA)));
    List<List<@Nullable Object>> rows;
    try (Rows answer = onAws.run(plan, RunListener.NONE)) {
      rows = Answers.all(answer);
    }
    Table plain =
        Table.builder(twin.name()).storage(twin.storage()).columns(twin.allColumns()).build();
    String path = "s3://example-lake/data/web/" + name.table() + "/part-00000";
    redshift
        .tables()
        .add(ExampleRows.SCHEMA, plain, List.of(new DataFile(path, 1, List.of(), rows::stream)));
  }

  private static String configuration() {
    return """
        aws:
          region: eu-west-1
          path-style: true
          endpoints:
            athena: %1$s
            glue: %1$s
            s3: %2$s
        glue:
          databases: [web]
        files:
          cache: cache
        engines:
          athena:
            workgroup: analysts
          spectrum:
            url: %3$s
            user: %4$s
            password: ${REDSHIFT_PASSWORD}
            schemas:
              web: %5$s
        """
        .formatted(
            account.services().uri(),
            account.s3ForClients().uri(),
            redshift.jdbcUrl(),
            RedshiftStandIn.USER,
            ExampleRows.SCHEMA);
  }

  @AfterAll
  static void stop() {
    onAws.close();
    embedded.close();
    redshift.close();
    account.close();
  }

  static Stream<Named<DemoStop>> stops() {
    return DemoTour.STOPS.stream().map(stop -> Named.of(stop.title(), stop));
  }

  private static Plan plan(DemoStop stop, EngineName engine) {
    return onAws.plan(stop.sql(), onAws.policyOfQueries().withPrefer(List.of(engine)));
  }

  private static List<EngineName> whoCan(DemoStop stop) {
    return Stream.of(ATHENA, SPECTRUM)
        .filter(engine -> engine.equals(plan(stop, engine).decision().answeredBy()))
        .toList();
  }

  @Test
  void theTourIsAnsweredByWhomTheMatrixSays() {
    List<List<EngineName>> can = new ArrayList<>();
    DemoTour.STOPS.forEach(stop -> can.add(whoCan(stop)));
    assertThat(can)
        .containsExactly(
            List.of(ATHENA),
            List.of(ATHENA, SPECTRUM),
            List.of(ATHENA, SPECTRUM),
            List.of(ATHENA, SPECTRUM),
            List.of());
  }

  @ParameterizedTest
  @MethodSource("stops")
  void theTourHasTheSameRowsOnAllEngines(DemoStop stop) {
    List<List<@Nullable Object>> expected = Answers.to(embedded, stop.sql().replace(SOME, ""));
    for (EngineName engine : whoCan(stop)) {
      try (Rows rows = onAws.run(plan(stop, engine), RunListener.NONE)) {
        List<List<@Nullable Object>> answer = Answers.all(rows);
        if (stop.sql().endsWith(SOME)) {
          assertThat(answer).as(engine.value()).hasSize(2).isSubsetOf(expected);
        } else {
          assertThat(answer).as(engine.value()).isEqualTo(expected);
        }
        assertThat(rows.statistics().id()).isPresent();
      }
    }
  }

  /** What a user types to ask one engine, and what it says of the work. */
  private enum Typed {
    athena,
    spectrum
  }

  @ParameterizedTest
  @EnumSource(Typed.class)
  void aQueryIsTypedAndItsRowsAndStatisticsArePrinted(Typed engine) throws Exception {
    int before = account.services().athena().queries().size();
    CommandLine.Ended ended =
        shell.sluice(
            "query",
            "--config",
            "sluice.yaml",
            "--prefer",
            engine.name(),
            "--format",
            "csv",
            DemoTour.STOPS.get(3).sql());
    assertThat(ended.err())
        .containsPattern("(?i)" + engine.name())
        .contains("\n2 rows\n")
        .containsPattern("running \\S+ s, .* scanned, about \\S+ USD, id \\S+\n");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("day,clicks\n2019-03-27,").contains("\n2019-03-28,");
    List<AthenaService.Started> asked = account.services().athena().queries();
    assertThat(asked).hasSize(before + (engine == Typed.athena ? 1 : 0));
  }

  @Test
  void tablesAndPlansAreToldFromGlue() throws Exception {
    CommandLine.Ended tables = shell.sluice("tables", "--config", "sluice.yaml");
    assertThat(tables.err()).isEmpty();
    assertThat(tables.out()).contains("web.ad_events", "web.clicks", "web.sessions");
    CommandLine.Ended plan =
        shell.sluice(
            "explain",
            "--config",
            "sluice.yaml",
            "--prefer",
            "spectrum",
            DemoTour.STOPS.get(1).sql());
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out()).contains("\"example\".\"clicks\"");
  }

  private static String all(TableName table) {
    return "SELECT * FROM %s WHERE datetime < '2019-03-26-06' ORDER BY event_id".formatted(table);
  }

  @Test
  void whatWasConvertedHasTheSameRowsOnAllEngines() {
    List<List<@Nullable Object>> expected = Answers.to(embedded, all(NIGHT.source()));
    assertThat(expected).hasSize((int) converted.rows()).isNotEmpty();
    assertThat(Answers.to(embedded, all(NIGHT.twin()))).isEqualTo(expected);
    for (EngineName engine : List.of(ATHENA, SPECTRUM)) {
      PlanOptions options = onAws.policyOfQueries().withPrefer(List.of(engine));
      Plan plan = onAws.plan(all(NIGHT.twin()), options);
      assertThat(plan.decision().answeredBy()).isEqualTo(engine);
      try (Rows rows = onAws.run(plan, RunListener.NONE)) {
        assertThat(Answers.all(rows)).as(engine.value()).isEqualTo(expected);
      }
    }
  }

  @Test
  void elementsThatBecameRowsAreThoseThatUnnestingGives() {
    String flat =
        """
        SELECT event_id, device_os, bids_bidder, bids_cpm, bids_position FROM web.ad_event_bids
        WHERE bids_position IS NOT NULL ORDER BY event_id, bids_position
        """;
    List<List<@Nullable Object>> expected =
        Answers.to(
            embedded,
            """
            SELECT e.event_id, e.device.os, b.bidder, b.cpm, CAST(b.n AS integer) AS n
            FROM web.ad_events AS e
            CROSS JOIN UNNEST(e.bids) WITH ORDINALITY AS b (bidder, cpm, won, deal_id, n)
            WHERE e.datetime < '2019-03-26-06' ORDER BY e.event_id, n
            """);
    assertThat(expected).isNotEmpty();
    assertThat(Answers.to(embedded, flat)).isEqualTo(expected);
    for (EngineName engine : List.of(ATHENA, SPECTRUM)) {
      Plan plan = onAws.plan(flat, onAws.policyOfQueries().withPrefer(List.of(engine)));
      assertThat(plan.decision().answeredBy()).isEqualTo(engine);
      try (Rows rows = onAws.run(plan, RunListener.NONE)) {
        assertThat(Answers.all(rows)).as(engine.value()).isEqualTo(expected);
      }
    }
  }

  @Test
  void spectrumAnswersOfWhatWasConvertedWhatItRefused() {
    assertThat(onAws.plan(all(NIGHT.source())).decision().candidate(SPECTRUM))
        .hasValueSatisfying(spectrum -> assertThat(spectrum.isRefused()).isTrue());
    assertThat(onAws.plan(all(NIGHT.twin())).decision().candidate(SPECTRUM))
        .hasValueSatisfying(spectrum -> assertThat(spectrum.isRefused()).isFalse());
  }

  @Test
  void whatWasConvertedIsNotConvertedAgain() {
    assertThat(converted.converted()).hasSize(6);
    assertThat(converted.failed()).isEmpty();
    assertThat(conversion().run(NIGHT, 2, RunListener.NONE).converted()).isEmpty();
  }

  @Test
  void whatNoneOfThemCanIsToldWithReasons() throws Exception {
    CommandLine.Ended ended =
        shell.sluice("query", "--config", "sluice.yaml", DemoTour.STOPS.get(4).sql());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("avro.schema.url");
  }
}
