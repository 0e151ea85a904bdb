package dev.sluice.tests.live;

import static dev.sluice.tests.live.SharedServers.ATHENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.ProbeOutcome;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -Plive} does on an account, done before stand-ins: so it is known to work. */
@ExtendWith(SharedServers.class)
final class LiveRunTest {
  private final Probing probing;
  private final SharedServers.Servers servers;
  private final LiveRun live;

  LiveRunTest(SharedServers.Servers servers) {
    this.servers = servers;
    this.probing = new Probing(servers);
    SluiceConfiguration configuration = servers.configuration().build();
    this.live =
        new LiveRun(
            configuration,
            SharedServers.BUCKET + "probes/",
            SharedServers.DATABASE,
            given -> probing.withMirror(given, Sluice.open(given)));
  }

  @AfterEach
  void mend() throws IOException {
    servers.mend();
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void theDemosQueriesAreAnsweredAsHere(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(live.demo(ExampleLakes.copy(folder.resolve("lake")))).isEmpty();
  }

  @Test
  void eachFunctionMeansWhatTrinoMeans() throws IOException {
    assertThat(live.functions()).filteredOn(one -> one.startsWith(ATHENA + ":")).isEmpty();
  }

  /** Cells in which stand-ins are not the engines, each with what is so. */
  private static final Set<String> STAND_INS = Set.of();

  @Test
  void theEnginesAreAsTheMatrixSaysAsFarAsStandInsGo() throws IOException {
    List<Judgement> judgements = live.probe();
    Set<String> different = new TreeSet<>();
    judgements.stream()
        .filter(one -> one.outcome().isDifferent())
        .forEach(one -> different.add(one.capability() + " on " + one.engine()));
    assertThat(different).isEqualTo(new TreeSet<>(STAND_INS));
    assertThat(judgements.stream().filter(one -> one.outcome() == ProbeOutcome.AS_THE_MATRIX_SAYS))
        .hasSizeGreaterThan(200);
  }
}
