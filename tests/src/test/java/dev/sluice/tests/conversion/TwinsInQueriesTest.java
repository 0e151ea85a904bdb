package dev.sluice.tests.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Fallback;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import dev.sluice.cli.DemoTour;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import dev.sluice.tests.doctor.ExampleLakes;
import dev.sluice.tests.live.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Queries over what was converted, and conversion for queries: a real Spark converts the example
 * lake, and gives the rows that Athena's text asks for.
 */
@Timeout(300)
class TwinsInQueriesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPARK = EngineName.of("spark");

  /** Which Spark alone can answer, of three partitions. */
  private static final String QUERY = DemoTour.STOPS.get(4).sql();

  private static final TableName SOURCE = new TableName("web", "ad_events_by_url");

  private static Path lake;
  private static Sluice reader;
  private static AthenasTextOnSpark athena;

  /** With Athena and a Spark of its own, to convert where only Spark can answer. */
  private static Sluice sluice;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException, InterruptedException {
    lake = ExampleLakes.copy(folder.resolve("lake"));
    reader = Sluice.open(SluiceConfiguration.builder().lake(lake).build());
    athena = new AthenasTextOnSpark(reader);
    sluice = open(1_000_000_000);
  }

  @AfterAll
  static void close() {
    sluice.close();
    reader.close();
  }

  private static Sluice open(long most) {
    return Sluice.builder()
        .configuration(
            SluiceConfiguration.builder()
                .lake(lake)
                .fallback(Fallback.CONVERT)
                .convertAtMost(most)
                .build())
        .engine(athena)
        .open();
  }

  private static List<String> asked() {
    return List.copyOf(athena.asked);
  }

  /** Where the converted partitions lie that {@link #QUERY} reads. */
  private static Map<String, String> published() {
    Map<String, String> published = new TreeMap<>();
    for (Table twin : sluice.catalog().twins(SOURCE)) {
      for (Partition partition :
          ((Partitions.Known) sluice.catalog().partitions(twin, List.of())).listed()) {
        if (partition.values().get(0).compareTo("2019-03-28-03") < 0) {
          published.put(partition.values().get(0), String.valueOf(partition.storage().location()));
        }
      }
    }
    return published;
  }

  private static Path file(Path partition) throws IOException {
    try (Stream<Path> files = Files.list(partition)) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void aQueryConvertsWhatItReadsAndTheNextOneFindsItConverted() throws IOException {
    List<List<@Nullable Object>> expected = Answers.to(reader, QUERY);
    int before = asked().size();
    Plan plan = sluice.plan(QUERY, sluice.policyOfQueries());
    assertThat(plan.decision().answeredBy()).isEqualTo(ATHENA);
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      assertThat(Answers.all(rows)).isEqualTo(expected);
      assertThat(rows.warnings()).isEmpty();
    }
    Map<String, String> first = published();
    assertThat(first).hasSize(3);

    assertThat(Answers.to(sluice, QUERY)).isEqualTo(expected);
    assertThat(published()).isEqualTo(first);
    assertThat(asked().subList(before, asked().size()))
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("\"ad_events_by_url_converted\""));

    // A file more: its partition alone is converted again.
    Path changed = lake.resolve("data/web/ad_events_by_url/datetime=2019-03-28-01");
    Files.copy(file(changed), changed.resolve("more.avro"));
    List<List<@Nullable Object>> more = Answers.to(reader, QUERY);
    assertThat(more).isNotEqualTo(expected);
    assertThat(Answers.to(sluice, QUERY)).isEqualTo(more);
    assertThat(published())
        .hasSize(3)
        .doesNotContain(Map.entry("2019-03-28-01", String.valueOf(first.get("2019-03-28-01"))))
        .contains(Map.entry("2019-03-28-00", String.valueOf(first.get("2019-03-28-00"))));
    assertThat(asked()).hasSize(before + 3);
  }

  @Test
  void whatHasBecomeOldIsPassedOverAndThatIsSaid() throws IOException {
    String condition = "datetime BETWEEN '2019-03-28-04' AND '2019-03-28-05'";
    String query = QUERY.replace("datetime < '2019-03-28-03'", condition);
    new LakeConversion(reader, new LocalFolders(), Clock.systemUTC())
        .run(ConversionOrder.of(SOURCE).withWhere(condition), 2, RunListener.NONE);
    PlanOptions unhelped = sluice.policyOfQueries().withFallback(Fallback.QUERY);
    Plan planned = sluice.plan(query, unhelped);
    List<List<@Nullable Object>> expected = Answers.of(sluice, planned);
    int before = asked().size();

    Path changed = lake.resolve("data/web/ad_events_by_url/datetime=2019-03-28-04");
    Files.copy(file(changed), changed.resolve("more.avro"));
    for (Plan plan : List.of(planned, sluice.plan(query, unhelped))) {
      assertThat(plan.decision().answeredBy()).isEqualTo(ATHENA);
      try (Rows rows = sluice.run(plan, RunListener.NONE)) {
        assertThat(Answers.all(rows)).isNotEqualTo(expected);
        assertThat(rows.warnings())
            .contains(
                "web.ad_events_by_url_converted is not read instead of web.ad_events_by_url:"
                    + " datetime=2019-03-28-04 has changed since it was converted");
      }
    }
    assertThat(asked()).hasSize(before);
  }

  private static String of(String first, String last) {
    return QUERY.replace(
        "datetime < '2019-03-28-03'", "datetime BETWEEN '%s' AND '%s'".formatted(first, last));
  }

  @Test
  void twoQueriesThatNeedTheSameConvertItOnce() throws Exception {
    String query = of("2019-03-28-10", "2019-03-28-11");
    List<List<@Nullable Object>> expected = Answers.to(reader, query);
    CompletableFuture<List<List<@Nullable Object>>> other =
        CompletableFuture.supplyAsync(() -> Answers.to(sluice, query));
    assertThat(Answers.to(sluice, query)).isEqualTo(expected);
    assertThat(other.get(2, TimeUnit.MINUTES)).isEqualTo(expected);
    Table twin = sluice.catalog().twins(SOURCE).get(0);
    Path folder = Path.of(String.valueOf(twin.storage().location()));
    try (Stream<Path> written = Files.walk(folder)) {
      assertThat(written.filter(path -> path.endsWith("datetime=2019-03-28-10"))).hasSize(1);
    }
  }

  @Test
  void whereSomebodyElseConvertsSparkAnswersMeanwhile() {
    Answers.to(sluice, of("2019-03-28-12", "2019-03-28-12"));
    TableName twin = sluice.catalog().twins(SOURCE).get(0).name();
    TableWriter writer = sluice.catalog().writer().orElseThrow();
    assertThat(writer.changeParameters(twin, before -> Optional.of(locked(before.orElseThrow()))))
        .isTrue();
    try {
      String query = of("2019-03-28-12", "2019-03-28-13");
      Plan plan = sluice.plan(query, sluice.policyOfQueries());
      assertThat(plan.decision().candidate(ATHENA).map(Candidate::isDue)).contains(true);
      try (Rows rows = sluice.run(plan, RunListener.NONE)) {
        assertThat(Answers.all(rows)).isEqualTo(Answers.to(reader, query));
        assertThat(rows.warnings())
            .anySatisfy(text -> assertThat(text).contains("Somebody else is converting"));
      }
    } finally {
      writer.changeParameters(twin, before -> Optional.of(unlocked(before.orElseThrow())));
    }
  }

  @Test
  void anotherSchemaMakesWhatWasConvertedOld() throws IOException {
    String query = of("2019-03-28-15", "2019-03-28-15");
    List<List<@Nullable Object>> expected = Answers.to(sluice, query);
    int before = asked().size();
    Path schema = lake.resolve("schemas/web/ad_events.avsc");
    Files.writeString(schema, Files.readString(schema) + "\n");
    Plan plan = sluice.plan(query, sluice.policyOfQueries().withFallback(Fallback.QUERY));
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      assertThat(Answers.all(rows)).isEqualTo(expected);
      assertThat(rows.warnings())
          .anySatisfy(text -> assertThat(text).contains("changed since it was converted"));
    }
    assertThat(asked()).hasSize(before);
  }

  private static Map<String, String> locked(Map<String, String> parameters) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put("sluice.lock", "somewhere/1 2/x until " + Instant.now().plusSeconds(600));
    return more;
  }

  private static Map<String, String> unlocked(Map<String, String> parameters) {
    Map<String, String> fewer = new TreeMap<>(parameters);
    fewer.remove("sluice.lock");
    return fewer;
  }

  @Test
  void everyWayToReadWhatWasConvertedGivesTheRowsOfTheSource() {
    new LakeConversion(reader, new LocalFolders(), Clock.systemUTC())
        .run(
            ConversionOrder.of(new TableName("web", "ad_events"))
                .withWhere("datetime < '2019-03-26-06'"),
            2,
            RunListener.NONE);
    String all = "SELECT * FROM web.ad_events WHERE datetime < '2019-03-26-06' ORDER BY event_id";
    PlanOptions options = reader.policy().withPrefer(List.of(SPARK));
    Plan plan = reader.plan(all, options);
    List<Candidate> sparks =
        plan.decision().candidates().stream().filter(one -> one.engine().equals(SPARK)).toList();
    assertThat(sparks)
        .extracting(Candidate::toString)
        .containsExactlyInAnyOrder("spark over web.ad_events_converted", "spark");
    assertThat(Answers.of(reader, plan.only(sparks.get(0))))
        .isEqualTo(Answers.of(reader, plan.only(sparks.get(1))))
        .hasSizeGreaterThan(100);
  }

  @Test
  void moreBytesThanThePolicyAllowsAreRefused() {
    try (Sluice bounded = open(1000)) {
      String query = QUERY.replace("datetime <", "datetime = '2019-03-28-08' AND datetime <");
      Map<String, String> before = published();
      assertThatThrownBy(() -> Answers.to(bounded, query.replace("28-03", "28-09")))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONVERSION_TOO_LARGE))
          .hasMessageContaining("bytes of web.ad_events_by_url would be converted")
          .hasMessageContaining("policy.convert-at-most is 1,000");
      assertThat(published()).isEqualTo(before);
    }
  }
}
