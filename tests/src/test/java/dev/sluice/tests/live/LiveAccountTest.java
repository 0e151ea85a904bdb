package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.configuration.ConfigurationFile;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.ProbeReport;
import dev.sluice.probe.Probes;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real account, by {@code mvn verify -Plive -Dsluice.config=FILE
 * -Dsluice.live.location=s3://BUCKET/PREFIX/ -Dsluice.live.database=DB}; the ordinary build leaves
 * it out, and holds {@link LiveRun} against stand-ins.
 */
@Tag("live")
final class LiveAccountTest {
  private final LiveRun live =
      new LiveRun(
          ConfigurationFile.read(Path.of(named("sluice.config"))).build(),
          named("sluice.live.location"),
          named("sluice.live.database"),
          Sluice::open);

  private static String named(String property) {
    String value = System.getProperty(property, "");
    assertThat(value).as("Set -D%s; docs/aws-setup.md tells what for", property).isNotBlank();
    return value;
  }

  @Test
  void theDemosQueriesAreAnsweredAsHere(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(live.demo(ExampleLakes.copy(folder.resolve("lake")))).isEmpty();
  }

  @Test
  void eachFunctionMeansWhatTrinoMeans() throws IOException {
    assertThat(live.functions()).isEmpty();
  }

  /** What differs stands in target/probe.yaml, as an overlay. */
  @Test
  void theMatrixIsRightAsFarAsItIsProbed() throws IOException {
    List<Judgement> judgements = live.probe();
    String report =
        ProbeReport.of(judgements, Probes.shipped().notProbed(), LocalDate.now(ZoneOffset.UTC));
    Files.writeString(Path.of("target", "probe.yaml"), report);
    assertThat(judgements).isNotEmpty();
    assertThat(judgements.stream().filter(one -> one.outcome().isDifferent())).as(report).isEmpty();
  }
}
