package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.ErrorCode;
import dev.sluice.FileSchemas;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.TestDialect;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.rewrite.QualifyToSubquery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPlannerTest {
  private static final EngineName SPARK = EngineName.of("spark");
  private static final List<Dialect> DIALECTS =
      List.of(
          TestDialect.plain("athena").ranked(1, false).with(new QualifyToSubquery()),
          TestDialect.plain("spectrum").ranked(2, false),
          TestDialect.plain("spark").ranked(3, true));

  static QueryPlanner planner(Catalog catalog) {
    return planner(catalog, SluiceConfiguration.builder().build());
  }

  private static QueryPlanner planner(Catalog catalog, SluiceConfiguration configuration) {
    return planner(catalog, configuration, Map.of(SPARK, EngineView.OF_CATALOG));
  }

  static QueryPlanner planner(
      Catalog catalog, SluiceConfiguration configuration, Map<EngineName, EngineView> available) {
    return new QueryPlanner(
        catalog,
        FileSchemas.none(),
        configuration,
        CapabilityMatrix.shipped(),
        DIALECTS,
        available);
  }

  private static Plan plan(String sql) {
    return planner(TestLake.catalog()).plan(sql, PlanOptions.DEFAULT);
  }

  @Test
  void eachPartitionIsAskedADeepConditionOnAStackThatHoldsIt() {
    int depth = 2900;
    String deep = "lower(".repeat(depth) + "datetime" + ")".repeat(depth);
    Plan plan =
        planner(TestLake.catalog(), SluiceConfiguration.builder().limit("depth", "3000").build())
            .plan(
                "SELECT id FROM web.events WHERE " + deep + " = '2026-03-01-01'",
                PlanOptions.DEFAULT);
    assertThat(plan.tables().get(0).partitions()).hasSize(1);
  }

  @Test
  void plansWhatIsReadOfEachTable() {
    Plan plan =
        plan("SELECT e.device.os FROM web.events e WHERE e.datetime < '2026-03-02' AND e.n = 1");
    TableScan scan = plan.tables().get(0);
    assertThat(scan.columns()).containsExactly("n", "device", "datetime");
    assertThat(scan.partitions()).hasSize(2);
    assertThat(scan.totalPartitions()).hasValue(3);
  }

  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");

  private static Plan planAt(Instant now, String sql, PlanOptions options) {
    SluiceConfiguration configuration =
        SluiceConfiguration.builder().clock(Clock.fixed(now, ZoneOffset.ofHours(9))).build();
    return planner(TestLake.catalog(), configuration).plan(sql, options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime < date_format(current_date, '%Y-%m-%d')",
        "datetime >= date_format(now() - INTERVAL '1' HOUR, '%Y-%m-%d-%H')",
        "date_parse(datetime, '%Y-%m-%d-%H') > date_trunc('day', now())",
        "substr(datetime, 9, 2) = date_format(current_date + INTERVAL '1' DAY, '%d')",
      })
  void aPlanThatSelectsByTheClockSaysUntilWhenItHolds(String where) {
    String sql = "SELECT n FROM web.events WHERE " + where;
    Plan plan = planAt(NOW, sql, PlanOptions.DEFAULT.withRequirePartitionFilter(true));
    assertThat(plan.tables().get(0).partitions()).hasSizeLessThan(3);
    assertThat(plan.holdsUntil()).isEqualTo("2026-03-01T22:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT current_date AS d FROM web.events WHERE datetime = '2026-03-01-00'",
        "SELECT n FROM web.events WHERE datetime = '2026-03-01-00' AND ts < now()",
        "SELECT n FROM web.events WHERE datetime >= '2026' OR ts < now()",
        "SELECT n FROM web.events WHERE name = CAST(current_date AS varchar)",
        "SELECT id FROM web.users WHERE name = CAST(current_date AS varchar)",
        "SELECT n FROM web.events WHERE substr(datetime, 9, 2) = '01' AND d = current_date",
        "SHOW TABLES FROM web",
      })
  void aPlanThatDoesNotCarriesNothing(String sql) {
    assertThat(planAt(NOW, sql, PlanOptions.DEFAULT).holdsUntil()).isNull();
  }

  @Test
  void aPlanIsNotRunAfterItHolds() {
    Catalog catalog = TestLake.catalog();
    Instant[] now = {NOW};
    SluiceConfiguration configuration =
        SluiceConfiguration.builder().clock(new TurnedClock(now)).build();
    String sql = "SELECT n FROM web.events WHERE datetime >= CAST(current_date AS varchar)";
    try (Sluice sluice =
        Sluice.builder()
            .configuration(configuration)
            .catalog(catalog)
            .planner(planner(catalog, configuration))
            .engine(new NoRows(SPARK))
            .open()) {
      Plan plan = sluice.plan(sql);
      now[0] = Instant.parse("2026-03-01T22:30:00Z");
      sluice.run(plan, RunListener.NONE).close();
      now[0] = Instant.parse("2026-03-01T22:30:00.001Z");
      SluiceException error =
          catchThrowableOfType(
              SluiceException.class, () -> sluice.run(plan, RunListener.NONE).close());
      assertThat(error.code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
      assertThat(error)
          .hasMessage(
              "The plan selected partitions by the clock and held until 2026-03-01T22:30:00Z;"
                  + " plan the query anew");
      sluice.query(sql).close();
    }
  }

  @Test
  void parametersOfATableThatCannotBeUsedAreNoted() {
    Table table =
        TestLake.table("web.t", TableFormat.PARQUET)
            .column("id", DataType.Primitive.BIGINT)
            .partitionKey("k", DataType.Primitive.STRING)
            .parameters(Map.of("sluice.key.k.source", "happened"))
            .build();
    Plan plan =
        planner(InMemoryCatalog.builder().table(table).build())
            .plan("SELECT id FROM web.t", PlanOptions.DEFAULT);
    assertThat(plan.notes())
        .containsExactly(
            "Table web.t: parameter sluice.key.k.source is not used:"
                + " needs sluice.key.k.format beside it");
  }

  @Test
  void theSameQueryGivesTheSameBytes() {
    String sql =
        "WITH a AS (SELECT name, count(*) AS c FROM web.events GROUP BY name)"
            + " SELECT * FROM a WHERE c > 1 ORDER BY c DESC LIMIT 3";
    assertThat(plan(sql).decision().candidates()).isEqualTo(plan(sql).decision().candidates());
  }

  @Test
  void everyEngineIsACandidateWithItsReasons() {
    Plan plan = plan("SELECT id FROM web.users QUALIFY rank() OVER (ORDER BY id) = 1");
    assertThat(plan.decision().candidates())
        .extracting(candidate -> candidate.engine().value())
        .containsExactlyInAnyOrder("athena", "spectrum", "spark");
    assertThat(plan.decision().candidate(EngineName.of("athena")))
        .hasValueSatisfying(
            candidate -> assertThat(candidate.rules()).containsExactly("qualify-to-subquery"));
  }

  @Test
  void strictRefusesCandidatesWithCaveats() {
    String sql = "SELECT id FROM web.users WHERE name = 'a'";
    List<Candidate> lenient = plan(sql).decision().candidates();
    List<Candidate> strict =
        planner(TestLake.catalog())
            .plan(sql, new PlanOptions(List.of(), true))
            .decision()
            .candidates();
    for (Candidate candidate : lenient) {
      if (!candidate.isRefused() && !candidate.caveats().isEmpty()) {
        assertThat(strict)
            .anySatisfy(
                other -> {
                  assertThat(other.engine()).isEqualTo(candidate.engine());
                  assertThat(other.isRefused()).isTrue();
                });
      }
    }
  }

  @Test
  void anErrorOfRunningListsEachEngineWithItsReasons() {
    Table odd =
        TestLake.table("web.u", TableFormat.PARQUET)
            .column("id", DataType.Primitive.BIGINT)
            .column("u", new DataType.Unsupported("uniontype<int,string>", "no engine reads it"))
            .build();
    Catalog catalog = InMemoryCatalog.builder().table(odd).build();
    try (Sluice sluice = Sluice.builder().catalog(catalog).planner(planner(catalog)).open()) {
      Plan plan = sluice.plan("SELECT id, u FROM web.u");
      SluiceException error =
          catchThrowableOfType(
              SluiceException.class, () -> sluice.run(plan, RunListener.NONE).close());
      assertThat(error.code()).isEqualTo(ErrorCode.NO_ENGINE);
      assertThat(error)
          .hasMessageContaining("No engine can answer this query.")
          .hasMessageContaining("in the same query without column u.")
          .hasMessageContaining("\n  athena: Column u of web.u")
          .hasMessageContaining("\n  spectrum: Column u of web.u")
          .hasMessageContaining("\n  spark: Column u of web.u")
          .hasMessageContaining("(line 1, column 19)");
      assertThat(sluice.plan("SELECT id FROM web.u").decision().engine()).isNotNull();
    }
  }

  @Test
  void stalePartitionsCountOnlyWhenTheyAreSelected() {
    Table table =
        TestLake.table("web.p", TableFormat.PARQUET)
            .column("id", DataType.Primitive.BIGINT)
            .column("late", DataType.Primitive.STRING)
            .partitionKey("day", DataType.Primitive.STRING)
            .build();
    List<Partition> partitions =
        List.of(
            TestLake.partition(
                table, List.of(new Column("id", DataType.Primitive.STRING)), "2026-03-01"),
            TestLake.partition(table, table.columns(), "2026-03-02"));
    QueryPlanner planner = planner(InMemoryCatalog.builder().table(table, partitions).build());
    Plan all = planner.plan("SELECT id FROM web.p", PlanOptions.DEFAULT);
    assertThat(all.tables().get(0).drift()).isNotEmpty();
    assertThat(all.decision().candidate(EngineName.of("athena")).orElseThrow().isRefused())
        .isTrue();
    Plan one = planner.plan("SELECT id FROM web.p WHERE day = '2026-03-02'", PlanOptions.DEFAULT);
    assertThat(one.tables().get(0).drift()).isEmpty();
    assertThat(one.decision().engine()).isEqualTo(EngineName.of("athena"));
  }

  @Test
  void aChangeThatAnEngineReadsRightRefusesNothing() {
    Table table =
        TestLake.table("web.p", TableFormat.PARQUET)
            .column("id", DataType.Primitive.BIGINT)
            .column("late", DataType.Primitive.STRING)
            .partitionKey("day", DataType.Primitive.STRING)
            .build();
    Partition older =
        TestLake.partition(
            table, List.of(new Column("id", DataType.Primitive.INTEGER)), "2026-03-01");
    QueryPlanner planner = planner(InMemoryCatalog.builder().table(table, List.of(older)).build());
    Plan plan = planner.plan("SELECT id, late FROM web.p", PlanOptions.DEFAULT);
    assertThat(plan.tables().get(0).drift()).hasSize(2);
    assertThat(plan.decision().engine()).isEqualTo(EngineName.of("athena"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT ", "- ", "abs(", "CASE WHEN TRUE THEN "})
  void depthIsAnErrorOfTheUser(String step) {
    String close = step.equals("abs(") ? ")" : step.startsWith("CASE") ? " ELSE 0 END" : "";
    String core = step.equals("NOT ") ? "TRUE" : "1";
    String sql = "SELECT " + step.repeat(4000) + core + close.repeat(4000) + " FROM web.users";
    assertThatThrownBy(() -> plan(sql))
        .isInstanceOfSatisfying(
            SluiceException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_TOO_LARGE));
  }

  @Test
  void longChainsArePlannedOrTooLargeButNeverFailOtherwise() {
    for (int length : List.of(100, 1000, 5000)) {
      String and =
          "SELECT 1 FROM web.users WHERE "
              + String.join(" AND ", Collections.nCopies(length, "id = 1"));
      String union = String.join(" UNION ALL ", Collections.nCopies(length / 5, "SELECT 1"));
      for (String sql : List.of(and, union)) {
        try {
          assertThat(plan(sql).columns()).hasSize(1);
        } catch (SluiceException e) {
          assertThat(e.code()).isEqualTo(ErrorCode.QUERY_TOO_LARGE);
        }
      }
    }
  }

  @Test
  void aFailingCatalogIsADefectWithItsCause() {
    Catalog failing = new CatalogThatFails(new IllegalStateException("the catalog has gone mad"));
    assertThatThrownBy(() -> planner(failing).plan("SELECT 1 FROM web.users", PlanOptions.DEFAULT))
        .isInstanceOfSatisfying(
            SluiceException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasMessageContaining("the catalog has gone mad");
  }
}
