package dev.sluice.sql.plan;

import static dev.sluice.sql.TestLake.struct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ConvertedTable;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.Fallback;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.PartitionProjection;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TwinScan;
import dev.sluice.sql.TestLake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What converted tables have to do with planning. */
class ConvertedTablesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName SPARK = EngineName.of("spark");
  private static final DataType.Struct DEVICE = struct("os", Primitive.STRING);

  /** Nested Avro, which Spectrum does not read. */
  private static final Table LOG = log("web.log", TableFormat.AVRO, DEVICE).build();

  private static final PlanOptions CONVERTING = PlanOptions.DEFAULT.withFallback(Fallback.CONVERT);

  private static final PlanOptions SPECTRUMS = PlanOptions.DEFAULT.withPrefer(List.of(SPECTRUM));

  private static Table.Builder log(String name, TableFormat format, DataType.Struct device) {
    return TestLake.table(name, format)
        .column("id", Primitive.BIGINT)
        .column("device", device)
        .partitionKey("day", Primitive.STRING);
  }

  private static Table.Builder twin(DataType.Struct device) {
    return log("web.log_converted", TableFormat.PARQUET, device).parameters(of("web.log"));
  }

  private static Map<String, String> of(String source) {
    return Map.of(ConvertedTable.OF, source, ConvertedTable.SHAPE, ConvertedTable.SAME_ROWS);
  }

  /** Published partitions, each of a tenth of the source's bytes. */
  private static List<Partition> published(Table twin, String... days) {
    List<Partition> published = new ArrayList<>();
    for (Partition partition : TestLake.partitions(twin, days)) {
      published.add(
          new Partition(
              partition.values(), partition.columns(), partition.storage(), parameters(1000, 100)));
    }
    return published;
  }

  private static Map<String, String> parameters(long before, long after) {
    return Map.of(
        ConvertedTable.SOURCE, "0123",
        ConvertedTable.SOURCE_BYTES, Long.toString(before),
        ConvertedTable.BYTES, Long.toString(after));
  }

  private static Plan plan(String sql, PlanOptions options, Table twin, String... days) {
    return QueryPlannerTest.planner(
            InMemoryCatalog.builder()
                .table(LOG, TestLake.partitions(LOG, "1", "2", "3"))
                .table(twin, published(twin, days))
                .build())
        .plan(sql, options);
  }

  private static Plan plan(String sql, PlanOptions options) {
    return plan(sql, options, twin(DEVICE).build(), "1", "2", "3");
  }

  private static List<String> over(Plan plan, EngineName engine) {
    return plan.decision().candidates().stream()
        .filter(one -> one.engine().equals(engine) && !one.isRefused())
        .map(Candidate::toString)
        .toList();
  }

  private static String text(Plan plan) {
    return Objects.requireNonNull(best(plan).query()).sql();
  }

  private static Candidate best(Plan plan) {
    return plan.decision().candidates().get(0);
  }

  @Test
  void anEngineThatCannotReadTheTableReadsWhatWasConvertedFromIt() {
    Plan plan = plan("SELECT l.device.os FROM web.log AS l WHERE day < '3'", SPECTRUMS);
    assertThat(over(plan, SPECTRUM)).containsExactly("spectrum over web.log_converted");
    assertThat(text(plan)).contains("\"web\".\"log_converted\" AS \"l\"");
    assertThat(plan.decision().explanation())
        .startsWith("Spectrum would answer from web.log_converted, as the query stands");
    assertThat(plan.tables().get(0).table().name()).isEqualTo(LOG.name());
  }

  @Test
  void theEngineOfACandidateGetsThatOneAndTheTablesThatItReads() {
    Plan plan = plan("SELECT id FROM web.log WHERE day < '3'", SPECTRUMS);
    Plan taken = plan.of(best(plan));
    assertThat(taken.decision().candidates()).containsExactly(best(plan));
    assertThat(taken.tables().get(0).table().name()).hasToString("web.log_converted");
    assertThat(taken.tables().get(0).partitions())
        .extracting(Partition::values)
        .containsExactly(List.of("1"), List.of("2"));
  }

  @Test
  void namesOfTheTableLeadToWhatWasConverted() {
    Plan plan =
        plan("SELECT log.id, web.log.device.os FROM web.log ORDER BY web.log.id", SPECTRUMS);
    assertThat(text(plan))
        .contains("\"web\".\"log_converted\" AS \"log\"")
        .contains("\"log\".\"id\"");
  }

  @Test
  void whatWasConvertedInPartIsNoCandidateAndSaidToBeNone() {
    Plan plan = plan("SELECT id FROM web.log", SPECTRUMS, twin(DEVICE).build(), "1", "2");
    assertThat(over(plan, SPECTRUM)).isEmpty();
    assertThat(plan.notes())
        .contains(
            "web.log_converted is not read instead of web.log: it has 2 of the 3 selected"
                + " partitions");
  }

  @Test
  void onlyWhatTheQuerySelectsNeedsToHaveBeenConverted() {
    Plan plan =
        plan("SELECT id FROM web.log WHERE day <= '2'", SPECTRUMS, twin(DEVICE).build(), "1", "2");
    assertThat(over(plan, SPECTRUM)).hasSize(1);
  }

  @Test
  void partitionsThatTheTableHasNoMoreWouldBeAnswersTooMany() {
    Plan plan = plan("SELECT id FROM web.log", SPECTRUMS, twin(DEVICE).build(), "1", "2", "3", "4");
    assertThat(over(plan, SPECTRUM)).isEmpty();
    assertThat(plan.notes()).anySatisfy(note -> assertThat(note).endsWith("some that are no more"));
  }

  @Test
  void columnsThatOnlyFilesHaveAreNoneOfTheTables() {
    Table twin = twin(DEVICE).columns(List.of(new Column("more", Primitive.STRING))).build();
    Plan plan = plan("SELECT * FROM web.log", SPECTRUMS, twin, "1", "2", "3");
    assertThat(plan.columns()).extracting("name").containsExactly("id", "device", "day");
    assertThat(over(plan, SPECTRUM)).hasSize(1);
    assertThat(text(plan)).doesNotContain("more");
  }

  @Test
  void aStructWithMoreFieldsIsAnotherValueButItsFieldsAreTheSame() {
    Table twin = twin(struct("os", Primitive.STRING, "brand", Primitive.STRING)).build();
    Plan whole = plan("SELECT count(DISTINCT device) FROM web.log", SPECTRUMS, twin, "1", "2", "3");
    assertThat(over(whole, SPECTRUM)).isEmpty();
    Plan field = plan("SELECT l.device.os FROM web.log AS l", SPECTRUMS, twin, "1", "2", "3");
    assertThat(over(field, SPECTRUM)).hasSize(1);
  }

  @Test
  void aFieldThatWasDeclaredSinceIsReadFromTheTable() {
    Plan plan =
        plan(
            "SELECT l.device.os FROM web.log AS l",
            SPECTRUMS,
            twin(struct("brand", Primitive.STRING)).build(),
            "1",
            "2",
            "3");
    assertThat(over(plan, SPECTRUM)).isEmpty();
    assertThat(over(plan, ATHENA)).containsExactly("athena");
  }

  @Test
  void whereARowComesFromIsAskedOfTheTable() {
    Plan plan = plan("SELECT \"$path\", id FROM web.log", PlanOptions.DEFAULT);
    assertThat(plan.decision().candidates()).allMatch(one -> one.twins().isEmpty());
  }

  @Test
  void aQueryThatNamesBothIsLeftAlone() {
    Plan plan =
        plan(
            "SELECT a.id FROM web.log a JOIN web.log_converted b ON a.id = b.id",
            PlanOptions.DEFAULT);
    assertThat(plan.decision().candidates()).allMatch(one -> one.twins().isEmpty());
  }

  @Test
  void whatLakeFormationGuardsIsNotReadFromElsewhere() {
    Table guarded = log("web.log", TableFormat.AVRO, DEVICE).underLakeFormation(true).build();
    Table twin = twin(DEVICE).build();
    Plan plan =
        QueryPlannerTest.planner(
                InMemoryCatalog.builder()
                    .table(guarded, TestLake.partitions(guarded, "1"))
                    .table(twin, published(twin, "1"))
                    .build())
            .plan("SELECT id FROM web.log", PlanOptions.DEFAULT);
    assertThat(plan.decision().candidates()).allMatch(one -> one.twins().isEmpty());
  }

  @Test
  void fewerBytesComeFirst() {
    Plan plan = plan("SELECT id FROM web.log", PlanOptions.DEFAULT);
    assertThat(plan.decision().candidates())
        .extracting(Candidate::toString)
        .containsExactly(
            "athena over web.log_converted",
            "spectrum over web.log_converted",
            "athena",
            "spark over web.log_converted",
            "spark",
            "spectrum");
  }

  @Test
  void ofATableWithoutPartitionsThePublishedOneIsRead() {
    Table names = TestLake.table("web.names", TableFormat.AVRO).column("d", DEVICE).build();
    Table.Builder made =
        TestLake.table("web.names_converted", TableFormat.PARQUET)
            .column("d", DEVICE)
            .parameters(of("web.names"));
    Table empty = made.build();
    Table published = made.parameters(parameters(10, 1)).build();
    for (Table twin : List.of(empty, published)) {
      Plan plan =
          QueryPlannerTest.planner(InMemoryCatalog.builder().table(names).table(twin).build())
              .plan("SELECT n.d.os FROM web.names AS n", SPECTRUMS);
      assertThat(over(plan, SPECTRUM)).hasSize(twin == published ? 1 : 0);
    }
  }

  /** Its schema is elsewhere, so that Spark alone reads it. */
  private static final Table FAR =
      log("web.far", TableFormat.AVRO, DEVICE)
          .storage(
              new Storage(
                  TableFormat.AVRO,
                  "s3://lake/far",
                  null,
                  null,
                  Map.of("avro.schema.url", "s3://lake/far.avsc"),
                  null))
          .build();

  private static final String OF_BOTH =
      "SELECT f.device.os FROM web.far AS f JOIN web.clicks AS c ON c.id = f.id WHERE day <= '2'";

  private static Plan far(String sql, PlanOptions options) {
    return QueryPlannerTest.planner(new WritableCatalog(lakeOfFar(), "s3://lake/"))
        .plan(sql, options);
  }

  private static Catalog lakeOfFar() {
    Table clicks =
        TestLake.table("web.clicks", TableFormat.PARQUET).column("id", Primitive.BIGINT).build();
    return InMemoryCatalog.builder()
        .table(FAR, TestLake.partitions(FAR, "1", "2", "3"))
        .table(clicks)
        .build();
  }

  @Test
  void whatTheCatalogCannotTakeIsNeitherConvertedNorSaidToBeConvertible() {
    PlanOptions convert = PlanOptions.DEFAULT.withFallback(Fallback.CONVERT);
    for (Catalog catalog : List.of(lakeOfFar(), new WritableCatalog(lakeOfFar(), "/"))) {
      QueryPlanner planner = QueryPlannerTest.planner(catalog);
      assertThat(planner.plan(OF_BOTH, convert).decision().candidates())
          .allMatch(one -> one.twins().isEmpty());
      assertThat(planner.plan(OF_BOTH, PlanOptions.DEFAULT).decision().explanation())
          .doesNotContain("convert");
    }
  }

  @Test
  void whereOnlyALastResortCanAnswerItIsSaidWhatToConvert() {
    Plan plan = far(OF_BOTH, PlanOptions.DEFAULT);
    assertThat(plan.decision().answeredBy()).isEqualTo(SPARK);
    assertThat(plan.decision().candidates()).allMatch(one -> one.twins().isEmpty());
    assertThat(plan.decision().explanation())
        .endsWith(
            "Athena could answer once web.far is converted: sluice convert --where \"day BETWEEN"
                + " '1' AND '2'\" web.far, or the policy's fallback set to convert.");
  }

  @Test
  void whereThePolicyIsToConvertThoseThatCouldAnswerThenAreCandidates() {
    Plan plan = far(OF_BOTH, PlanOptions.DEFAULT.withFallback(Fallback.CONVERT));
    assertThat(plan.decision().candidates())
        .extracting(Candidate::toString)
        .containsExactly(
            "athena over web.far_converted",
            "spectrum over web.far_converted",
            "spark",
            "athena",
            "spectrum");
    TwinScan twin = best(plan).twins().get(0);
    assertThat(twin.isDue()).isTrue();
    assertThat(twin.source()).isEqualTo(FAR.name());
    assertThat(twin.scan().partitions())
        .extracting(Partition::values)
        .containsExactly(List.of("1"), List.of("2"));
    assertThat(text(plan)).contains("\"web\".\"far_converted\" AS \"f\"");
    assertThat(plan.decision().explanation())
        .startsWith("Athena would answer from web.far_converted, which is converted first,");
  }

  @Test
  void whatTheLastResortMayHaveReadOtherwiseIsACaveatOfWhatItConverted() {
    Table text =
        TestLake.table("web.text", TableFormat.CSV_OPEN).column("t", Primitive.STRING).build();
    Table.Builder made =
        TestLake.table("web.text_converted", TableFormat.PARQUET).column("t", Primitive.STRING);
    Table twin = made.parameters(of("web.text")).parameters(parameters(10, 1)).build();
    QueryPlanner planner =
        QueryPlannerTest.planner(InMemoryCatalog.builder().table(text).table(twin).build());
    Plan plan = planner.plan("SELECT t FROM web.text", PlanOptions.DEFAULT);
    Candidate spark = named(plan, "spark");
    assertThat(spark.caveats()).isNotEmpty();
    assertThat(named(plan, "athena over web.text_converted").caveats())
        .containsAll(spark.caveats());
    Plan strict = planner.plan("SELECT t FROM web.text", PlanOptions.DEFAULT.withStrict(true));
    assertThat(named(strict, "athena over web.text_converted").isRefused()).isTrue();
  }

  private static Candidate named(Plan plan, String name) {
    return plan.decision().candidates().stream()
        .filter(one -> one.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNameThatIsTakenIsNotConvertedTo() {
    Table other =
        TestLake.table("web.far_converted", TableFormat.PARQUET)
            .column("id", Primitive.BIGINT)
            .build();
    Plan plan =
        QueryPlannerTest.planner(
                new WritableCatalog(
                    InMemoryCatalog.builder()
                        .table(FAR, TestLake.partitions(FAR, "1"))
                        .table(other)
                        .build(),
                    "s3://"))
            .plan(
                "SELECT f.device.os FROM web.far AS f",
                PlanOptions.DEFAULT.withFallback(Fallback.CONVERT));
    assertThat(plan.decision().candidates()).allMatch(one -> one.twins().isEmpty());
  }

  @Test
  void whatWasConvertedInPartIsConvertedFurther() {
    Table twin = log("web.far_2", TableFormat.ORC, DEVICE).parameters(of("web.far")).build();
    Plan plan =
        QueryPlannerTest.planner(
                new WritableCatalog(
                    InMemoryCatalog.builder()
                        .table(FAR, TestLake.partitions(FAR, "1", "2"))
                        .table(twin, published(twin, "1"))
                        .build(),
                    "s3://"))
            .plan(
                "SELECT f.id FROM web.far AS f",
                PlanOptions.DEFAULT.withFallback(Fallback.CONVERT));
    assertThat(plan.decision().candidates().get(0).toString()).endsWith(" over web.far_2");
    assertThat(plan.decision().candidates().get(0).isDue()).isTrue();
  }

  /** Converting takes out what the catalog lists no more, and these it never listed. */
  @Test
  void whatWasConvertedOfPartitionsThatAreComputedNoMoreIsNotConvertedFurther() {
    Table computed =
        log("web.far", TableFormat.AVRO, DEVICE)
            .storage(FAR.storage())
            .projection(
                new PartitionProjection(
                    Map.of(
                        "projection.enabled", "true",
                        "projection.day.type", "integer",
                        "projection.day.range", "2,3",
                        "storage.location.template", "s3://lake/far/${day}")))
            .build();
    Table twin = log("web.far_2", TableFormat.PARQUET, DEVICE).parameters(of("web.far")).build();
    for (String day : List.of("1", "2")) {
      Catalog lake =
          InMemoryCatalog.builder().table(computed).table(twin, published(twin, day)).build();
      Plan plan =
          QueryPlannerTest.planner(new WritableCatalog(lake, "s3://"))
              .plan("SELECT f.id FROM web.far AS f WHERE day < '9'", CONVERTING);
      List<Candidate> over =
          plan.decision().candidates().stream().filter(one -> !one.twins().isEmpty()).toList();
      assertThat(over)
          .as(day)
          .isNotEmpty()
          .allMatch(one -> one.toString().endsWith("far_2") == day.equals("2"));
    }
  }

  /** Athena reads the other table as it is, and is not set up. */
  @Test
  void whatIsConvertedIsForTheEngineThatIsSetUp() {
    Catalog lake =
        InMemoryCatalog.builder()
            .table(FAR, TestLake.partitions(FAR, "1"))
            .table(LOG, TestLake.partitions(LOG, "1"))
            .build();
    Map<EngineName, EngineView> here =
        Map.of(SPARK, EngineView.OF_CATALOG, SPECTRUM, EngineView.OF_CATALOG);
    Plan plan =
        QueryPlannerTest.planner(
                new WritableCatalog(lake, "s3://"), SluiceConfiguration.builder().build(), here)
            .plan(
                "SELECT f.device.os FROM web.far AS f JOIN web.log AS l ON l.id = f.id",
                CONVERTING);
    assertThat(plan.decision().answeredBy()).isEqualTo(SPECTRUM);
    assertThat(plan.decision().candidate(SPECTRUM))
        .hasToString("Optional[spectrum over web.far_converted, web.log_converted]");
  }

  @Test
  void aHintNamesTheTableThatIsKeptUp() {
    Table twin = log("web.far_2", TableFormat.PARQUET, DEVICE).parameters(of("web.far")).build();
    Catalog lake =
        InMemoryCatalog.builder()
            .table(FAR, TestLake.partitions(FAR, "1", "2"))
            .table(twin, published(twin, "1"))
            .build();
    Plan plan =
        QueryPlannerTest.planner(new WritableCatalog(lake, "s3://"))
            .plan("SELECT f.id FROM web.far AS f", PlanOptions.DEFAULT);
    assertThat(plan.decision().explanation()).contains("sluice convert --to web.far_2 web.far, or");
  }

  @Test
  void aLastResortIsRefusedWhereThePolicyIsToDoWithoutUnlessItIsNamed() {
    PlanOptions off = PlanOptions.DEFAULT.withFallback(Fallback.OFF);
    Plan plan = far(OF_BOTH, off);
    assertThat(plan.decision().answeredBy()).isNull();
    assertThat(plan.decision().candidate(SPARK).orElseThrow().reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.capability()).isEqualTo("FALLBACK_OFF");
              assertThat(reason.text()).contains("set it to query");
            });
    assertThat(plan.decision().explanation()).contains("sluice convert");
    Plan named = far(OF_BOTH, off.withPrefer(List.of(SPARK)));
    assertThat(named.decision().answeredBy()).isEqualTo(SPARK);
  }

  @Test
  void whereConversionHelpsNobodyNothingIsSaidOfIt() {
    Plan plan = far("SELECT $path$ FROM web.far".replace("$path$", "\"$path\""), SPECTRUMS);
    assertThat(plan.decision().explanation()).doesNotContain("convert");
  }
}
