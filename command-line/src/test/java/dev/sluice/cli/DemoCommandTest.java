package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  private final Path lake;
  private final Run run = new Run();

  DemoCommandTest(@TempDir Path lake) {
    this.lake = lake;
  }

  @Test
  void toursALakeThatIsThere() throws Exception {
    Files.createDirectory(lake.resolve("catalog"));
    assertThat(run.execute("demo", "--lake", lake.toString())).isZero();
    assertThat(run.sqls)
        .containsExactlyElementsOf(DemoTour.STOPS.stream().map(DemoStop::sql).toList());
    assertThat(run.planned.get(1).prefer()).containsExactly(Example.SPECTRUM);
    assertThat(run.out())
        .contains("1. A query that Spectrum refuses", "5. A query that only Spark can answer")
        .contains("What to try next\n  sluice tables --lake " + lake + " web.ad_events");
    assertThat(run.out().lines().count()).isLessThan(200);
  }

  @Test
  void aQueryThatFailsDoesNotEndTheTour() throws Exception {
    Files.createDirectory(lake.resolve("catalog"));
    run.planning(Example::refusedPlan);
    assertThat(run.execute("demo", "--lake", lake.toString())).isEqualTo(1);
    assertThat(run.sqls).hasSize(5);
    assertThat(run.out()).contains("What to try next");
  }

  @Test
  void withoutTheLauncherALakeMustBeThere() {
    assertThat(run.execute("demo", "--lake", lake.toString())).isEqualTo(1);
    assertThat(run.err()).contains("start ./sluice demo");
  }
}
