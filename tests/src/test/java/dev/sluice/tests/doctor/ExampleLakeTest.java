package dev.sluice.tests.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Drift;
import dev.sluice.Sluice;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.DriftFound;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.PartitionRange;
import dev.sluice.example.ExampleLake;
import dev.sluice.example.web.Drifts;
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
  private static Path lake;

  @BeforeAll
  static void copy(@TempDir Path folder) throws IOException, InterruptedException {
    lake = ExampleLakes.copy(folder.resolve("lake"));
  }

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
    List<String> curable = Refusals.curable(() -> Sluice.open(lake));
    assertThat(curable)
        .contains("athena: SELECT * FROM web.clicks LIMIT 2")
        .isSubsetOf(Refusals.of(() -> Sluice.open(lake)));
    assertThat(fix()).isNotEmpty();

    assertThat(Refusals.of(() -> Sluice.open(lake))).doesNotContainAnyElementsOf(curable);
    assertThat(fix()).as("a second time").isEmpty();
    assertThat(Examined.problems(lake)).isEmpty();
  }

  /** What was written. */
  private static List<String> fix() {
    List<Cure> cures = Examined.all(lake).stream().flatMap(c -> c.cures().stream()).toList();
    List<String> written = new ArrayList<>();
    try (Sluice sluice = Sluice.open(lake)) {
      sluice
          .catalog()
          .editable(lake)
          .orElseThrow()
          .apply(Cure.safeEdits(cures), new ToldWrites(written));
    }
    return written;
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
