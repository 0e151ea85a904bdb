package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.InMemoryCatalog;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Redshift shows of the catalog's databases, and which tables it has of its own. */
final class SpectrumViewTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final String ROLE = "arn:aws:iam::123456789012:role/spectrum";
  private static final Table CLICKS = table("ads", "clicks");
  private static final Table FAR = table("far", "clicks");
  private static final Table UNMAPPED = table("web", "clicks");

  private static RedshiftStandIn redshift;

  private static Table table(String database, String name) {
    return Table.builder(new TableName(database, name))
        .column("id", Primitive.BIGINT)
        .storage(Storage.of(TableFormat.PARQUET, "s3://lake/" + database + "/" + name))
        .build();
  }

  @BeforeAll
  static void start() throws SQLException, IOException {
    redshift = RedshiftStandIn.start();
    redshift.tables().createSchema("ext_ads", "ads", ROLE);
    redshift
        .tables()
        .add(
            "ext_ads",
            CLICKS,
            List.of(
                new DataFile(
                    "s3://lake/ads/file",
                    100,
                    List.of(),
                    () -> Stream.of(List.of(1L), List.of(2L)))));
    redshift
        .tables()
        .createSchema("ext_far", "far", Map.of("IAM_ROLE", ROLE, "REGION", "us-west-2"));
    redshift
        .tables()
        .run(
            "CREATE SCHEMA sales",
            "GRANT USAGE ON SCHEMA sales TO PUBLIC",
            "CREATE TABLE sales.targets (id bigint, name varchar(20), price numeric(12,2), at"
                + " timestamp, doc json)",
            "INSERT INTO sales.targets VALUES (2, 'two', 2.50, '2026-01-02 03:04:05', '1')",
            "GRANT SELECT ON sales.targets TO PUBLIC",
            "CREATE TABLE sales.secret (id bigint)");
  }

  @AfterAll
  static void stop() {
    redshift.close();
  }

  private static SluiceConfiguration.Builder configuration() {
    return SluiceConfiguration.builder()
        .aws("region", "eu-west-1")
        .engine(SPECTRUM, "url", redshift.jdbcUrl())
        .engine(SPECTRUM, "user", RedshiftStandIn.USER)
        .engine(SPECTRUM, "password", RedshiftStandIn.PASSWORD)
        .engine(SPECTRUM, "connections", "1")
        .prefer(List.of(SPECTRUM));
  }

  private static Sluice open(SluiceConfiguration configuration) {
    return Sluice.builder()
        .configuration(configuration)
        .catalog(InMemoryCatalog.builder().table(CLICKS).table(FAR).table(UNMAPPED).build())
        .open();
  }

  private static String text(Plan plan) {
    NativeQuery query = plan.decision().candidate(SPECTRUM).orElseThrow().query();
    return query == null ? "refused" : query.sql();
  }

  private static String refusal(Plan plan) {
    Reason reason = plan.decision().candidate(SPECTRUM).orElseThrow().reasons().get(0);
    assertThat(reason.capability()).isEqualTo("DATABASE_NOT_VISIBLE");
    return reason.text();
  }

  @Test
  void findsTheExternalSchemaOfADatabase() {
    try (Sluice sluice = open(configuration().build());
        Rows rows = sluice.query("SELECT sum(id) FROM ads.clicks")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(0)).isEqualTo(3L);
    }
  }

  @Test
  void tellsHowADatabaseWithoutOneWouldBeMapped() {
    try (Sluice sluice = open(configuration().build())) {
      assertThat(refusal(sluice.plan("SELECT id FROM web.clicks")))
          .contains(
              "CREATE EXTERNAL SCHEMA \"web\" FROM DATA CATALOG DATABASE 'web' IAM_ROLE default"
                  + " REGION 'eu-west-1'");
    }
  }

  @Test
  void doesNotTakeAnotherRegionsDatabaseOfTheSameName() {
    try (Sluice sluice = open(configuration().build())) {
      assertThat(refusal(sluice.plan("SELECT id FROM far.clicks")))
          .contains("schema ext_far reads the catalog of region us-west-2");
    }
    SluiceConfiguration there = configuration().aws("region", "us-west-2").build();
    try (Sluice sluice = open(there)) {
      assertThat(text(sluice.plan("SELECT id FROM far.clicks"))).contains("\"ext_far\"");
    }
  }

  @Test
  void joinsATableOfRedshiftsOwnWithOneOfTheLake() {
    try (Sluice sluice = open(configuration().build());
        Rows rows =
            sluice.query("SELECT t.name FROM sales.targets t JOIN ads.clicks c ON t.id = c.id")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(0)).isEqualTo("two");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void listsItsOwnTablesWithTheirTypesAsFarAsTheUserMaySeeThem() {
    try (Sluice sluice = open(configuration().build())) {
      assertThat(sluice.catalog().databases()).containsExactly("ads", "far", "sales", "web");
      List<Table> own = sluice.catalog().tables("sales");
      assertThat(own).extracting(Table::name).containsExactly(new TableName("sales", "targets"));
      assertThat(own.get(0).columns())
          .extracting(column -> column.type().toString())
          .startsWith("bigint", "varchar(20)", "decimal(12,2)", "timestamp(3)");
      assertThat(own.get(0).columns().get(4).type()).isInstanceOf(DataType.Unsupported.class);
    }
  }

  @Test
  void asksNothingWhereASettingSaysIt() {
    SluiceConfiguration named =
        configuration()
            .engine(SPECTRUM, "url", "jdbc:redshift://localhost:1/dev")
            .engine(SPECTRUM, "discover", "false")
            .engine(SPECTRUM, "schemas.web", "lake_web")
            .build();
    try (Sluice sluice = open(named)) {
      assertThat(text(sluice.plan("SELECT id FROM web.clicks"))).contains("\"lake_web\"");
      assertThat(text(sluice.plan("SELECT id FROM ads.clicks"))).contains("\"ads\"");
    }
  }

  @Test
  void plansForOthersWhereRedshiftCannotBeAsked() {
    SluiceConfiguration unreachable =
        configuration().engine(SPECTRUM, "password", "not-the-secret").build();
    try (Sluice sluice = open(unreachable)) {
      Plan plan = sluice.plan("SELECT id FROM ads.clicks");
      assertThat(refusal(plan))
          .contains("could not be asked which external schemas and tables it has")
          .contains("setting 'schemas.ads' of engine spectrum")
          .doesNotContain("not-the-secret");
      assertThat(plan.decision().engine()).isEqualTo(EngineName.of("athena"));
      assertThatThrownBy(() -> sluice.plan("SELECT id FROM sales.targets"))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
                assertThat(e).hasMessageContaining("There may be more tables: Redshift could not");
              });
    }
  }

  @Test
  void asksBesideTheQueriesThatRun() {
    try (Sluice sluice = open(configuration().build());
        Rows rows = sluice.query("SELECT id FROM ads.clicks")) {
      assertThat(rows.next()).isTrue();
      try (Sluice fresh = open(configuration().build())) {
        assertThat(text(fresh.plan("SELECT id FROM ads.clicks"))).contains("ext_ads");
      }
    }
  }

  @Test
  void seesWhatIsMappedMeanwhile() throws SQLException {
    MovableClock clock = new MovableClock();
    try (Sluice sluice = open(configuration().clock(clock).build())) {
      assertThat(refusal(sluice.plan("SELECT id FROM web.clicks"))).contains("no external schema");
      redshift.tables().createSchema("ext_web", "web", ROLE);
      assertThat(refusal(sluice.plan("SELECT id FROM web.clicks"))).contains("no external schema");
      clock.goOn(Duration.ofSeconds(61));
      assertThat(text(sluice.plan("SELECT id FROM web.clicks"))).contains("\"ext_web\"");
    } finally {
      redshift
          .tables()
          .run(
              "DROP SCHEMA ext_web",
              "DELETE FROM redshift.external_schema WHERE schemaname = 'ext_web'");
    }
  }
}
