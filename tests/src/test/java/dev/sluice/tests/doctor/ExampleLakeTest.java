package dev.sluice.tests.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.DriftFound;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.PartitionRange;
import dev.sluice.example.ExampleLake;
import dev.sluice.example.web.Drifts;
import dev.sluice.glue.lake.LakeFolderEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The doctor finds what the example lake was made with, and cures what the catalog can cure. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleLakeTest {
  /** Those of the tour, over all partitions, and what it says to try next. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT device.os AS os, count(*) AS events FROM web.ad_events GROUP BY device.os",
          "SELECT * FROM web.clicks LIMIT 2",
          "SELECT b.bidder AS bidder, count(*) AS bids FROM web.ad_events_parquet"
              + " CROSS JOIN UNNEST(bids) AS b (bidder, cpm, won, deal_id) GROUP BY b.bidder",
          "SELECT substr(datetime, 1, 10) AS day, count(*) AS clicks FROM web.clicks"
              + " GROUP BY substr(datetime, 1, 10)",
          "SELECT page, items FROM web.clicks LIMIT 3",
          "SELECT * FROM web.sessions",
          "SELECT count(*) FROM web.pageviews");

  private static Path lake;

  @BeforeAll
  static void copy(@TempDir Path folder) throws IOException, InterruptedException {
    lake = ExampleLakes.copy(folder.resolve("lake"));
  }

  private static final Set<String> DRIFT =
      Set.of(
          "FILE_SCHEMA_DIFFERS",
          "PARTITION_SCHEMA_DIFFERS",
          "PARTITION_TYPE_CHANGED",
          "PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES");

  /** Table, change, path and every partition whose file is older. */
  @Test
  @Order(1)
  void everyDriftThatTheLakeWasMadeWithIsFoundAndNoOther() {
    Set<String> made = new TreeSet<>();
    List<Checkup> checkups = Examined.all(lake);
    for (Checkup checkup : checkups) {
      ExampleLake.DRIFTS.stream()
          .filter(drift -> drift.table().equals(checkup.table().name().table()))
          .forEach(
              drift ->
                  checkup.partitions().stream()
                      .map(partition -> partition.values().get(0))
                      .filter(day -> drift.since() == null || day.compareTo(drift.since()) < 0)
                      .forEach(
                          day ->
                              made.add(
                                  "%s %s %s %s"
                                      .formatted(
                                          drift.table(), drift.change(), drift.path(), day))));
    }
    Set<String> found = new TreeSet<>();
    for (Checkup checkup : checkups) {
      for (DriftFound drift : checkup.drift()) {
        for (String day : days(checkup, drift)) {
          found.add(
              "%s %s %s %s"
                  .formatted(
                      checkup.table().name().table(),
                      drift.met().change().change(),
                      drift.met().change().path(),
                      day));
        }
      }
    }
    assertThat(found).isEqualTo(made);
  }

  @Test
  @Order(1)
  void partitionsThatWereLeftBehindAreFoundAndNoOthers() {
    for (Checkup checkup : Examined.all(lake)) {
      Set<String> behind =
          checkup.drift().stream()
              .filter(drift -> drift.met().level() == Drift.Level.PARTITION)
              .flatMap(drift -> days(checkup, drift).stream())
              .collect(Collectors.toSet());
      assertThat(behind)
          .as(checkup.table().toString())
          .containsExactlyInAnyOrderElementsOf(
              Drifts.STALE_PARTITIONS.getOrDefault(checkup.table().name().table(), List.of()));
    }
  }

  @Test
  @Order(1)
  void nothingElseIsWrongWithTheLake() {
    assertThat(Examined.problems(lake)).isEmpty();
    assertThat(
            Examined.all(lake).stream()
                .flatMap(checkup -> checkup.findings().stream())
                .map(Finding::subject))
        .containsExactly("web.campaigns");
  }

  @Test
  @Order(2)
  void fixingMakesEachCurableRefusalAnAnswer() {
    List<String> curable = curable();
    assertThat(curable)
        .contains("athena: SELECT * FROM web.clicks LIMIT 2")
        .allMatch(refused -> refused(QUERIES).contains(refused));
    List<Written> before = fix();
    assertThat(before).isNotEmpty();

    assertThat(refused(QUERIES)).doesNotContainAnyElementsOf(curable);
    assertThat(fix()).as("a second time").isEmpty();
    assertThat(Examined.problems(lake)).isEmpty();
  }

  private record Written(String file) {}

  private static List<Written> fix() {
    List<Cure> cures = Examined.all(lake).stream().flatMap(c -> c.cures().stream()).toList();
    return LakeFolderEditor.open(lake).apply(Cure.safeEdits(cures)).stream()
        .map(written -> new Written(written.what()))
        .toList();
  }

  /** Queries that an engine is refused for drift alone, where a safe cure would help it. */
  private static List<String> curable() {
    List<String> curable = new ArrayList<>();
    for (Checkup checkup : Examined.all(lake)) {
      for (Cure cure : checkup.cures()) {
        if (cure.edits().isEmpty() || cure.isHarmful()) {
          continue;
        }
        List<EngineName> helped =
            cure.effects().stream().filter(Cure.Effect::helps).map(Cure.Effect::engine).toList();
        QUERIES.stream()
            .filter(sql -> sql.contains(checkup.table().name() + " "))
            .flatMap(sql -> refused(List.of(sql)).stream())
            .filter(refused -> helped.stream().anyMatch(e -> refused.startsWith(e + ": ")))
            .forEach(curable::add);
      }
    }
    return curable;
  }

  private static List<String> refused(List<String> queries) {
    List<String> refused = new ArrayList<>();
    try (Sluice sluice = Sluice.open(lake)) {
      PlanOptions options = sluice.policyOfQueries();
      for (String sql : queries) {
        Plan plan = sluice.plan(sql, options);
        for (Candidate candidate : plan.decision().candidates()) {
          List<Reason> reasons = candidate.reasons();
          if (candidate.isRefused()
              && reasons.stream().allMatch(reason -> DRIFT.contains(reason.capability()))) {
            refused.add(candidate.engine() + ": " + sql);
          }
        }
      }
    }
    return refused;
  }

  private static List<String> days(Checkup checkup, DriftFound drift) {
    List<String> days = new ArrayList<>();
    for (PartitionRange range : drift.where()) {
      for (int place = range.first(); place <= range.last(); place++) {
        days.add(checkup.partitions().get(place).values().get(0));
      }
    }
    return days;
  }
}
