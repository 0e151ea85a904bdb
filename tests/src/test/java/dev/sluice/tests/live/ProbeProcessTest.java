package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.standin.aws.wire.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process, which is told to end. */
@ExtendWith(SharedServers.class)
final class ProbeProcessTest {
  private final SharedServers.Servers servers;
  private final Probing probing;
  private final Path folder;

  ProbeProcessTest(SharedServers.Servers servers, @TempDir Path folder) {
    this.servers = servers;
    this.folder = folder;
    this.probing = new Probing(servers);
  }

  @AfterEach
  void mend() {
    servers.mend();
  }

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.cli.Main",
                "probe",
                "--config",
                servers.file(folder).toString(),
                "--location",
                SharedServers.BUCKET + "probes",
                "--database",
                SharedServers.DATABASE));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    Credentials user = servers.account().services().user();
    builder.environment().put("AWS_ACCESS_KEY_ID", user.accessKey());
    builder.environment().put("AWS_SECRET_ACCESS_KEY", user.secret());
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    return builder.start();
  }

  private int end(Process process) throws InterruptedException, IOException {
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String said(String stream) throws IOException {
    return Files.readString(folder.resolve(stream));
  }

  @Test
  void whatItPrintsIsAnOverlay() throws Exception {
    Path ours =
        Files.writeString(
            folder.resolve("ours.yaml"), "QUALIFY: {athena: {verdict: refuse, why: not yet}}\n");
    Process process =
        start("--engine", "athena", "--capability", "QUALIFY,READ_HUDI", "--matrix", ours + "");
    assertThat(end(process)).as(said("err")).isEqualTo(3);
    assertThat(said("out"))
        .contains("of 1 cells 0 are as the matrix says, 1 are not, 0 were not judged")
        .contains("#   READ_HUDI: ");
    assertThat(CapabilityMatrix.shipped().overlaid(folder.resolve("out")).changes()).hasSize(1);
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void aRunThatIsCancelledRemovesWhatItMade() throws Exception {
    int before = servers.account().services().athena().queries().size();
    Process process = start("--engine", "athena");
    try {
      // SELECT 1, then the simplest query over the lake, then the others.
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  !process.isAlive()
                      || servers.account().services().athena().queries().size() > before + 2);
      servers.account().services().athena().hang(1000);
      assertThat(probing.leftovers()).isNotEmpty();
      process.destroy();
      end(process);
      assertThat(said("err")).contains("Cancelled.");
      assertThat(probing.leftovers()).isEmpty();
    } finally {
      servers.account().services().athena().hang(0);
      process.destroyForcibly();
    }
  }
}
