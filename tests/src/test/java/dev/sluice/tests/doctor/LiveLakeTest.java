package dev.sluice.tests.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Table;
import dev.sluice.glue.lake.LakeFolderCatalog;
import dev.sluice.glue.lake.Locations;
import dev.sluice.standin.aws.AwsStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The doctor's command over the example lake, whose catalog is a live Glue. */
@Timeout(300)
class LiveLakeTest {
  /** What a change leaves behind by itself. */
  private static final List<String> OF_GLUE =
      List.of("UpdateTime", "VersionId", "CreationTime", "DatabaseName", "TableName", "CatalogId");

  private final AwsStandIn aws = AwsStandIn.start();
  private final Path folder;
  private final Path log;

  LiveLakeTest(@TempDir Path folder) {
    this.folder = folder;
    this.log = folder.resolve("err");
  }

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("sluice.yaml"),
        """
        aws:
          region: %1$s
          endpoints:
            glue: %2$s
            sts: %2$s
        glue:
        """
            .formatted(AwsStandIn.REGION, aws.uri()));
    Files.writeString(
        folder.resolve("credentials"),
        "[default]\naws_access_key_id=%s\naws_secret_access_key=%s\n"
            .formatted(aws.user().accessKey(), aws.user().secret()));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private void load(Path lake) {
    aws.glue().load(lake, AwsStandIn.ACCOUNT, location -> Locations.resolve(lake, location));
  }

  @Test
  void fixingMakesRefusalsAnswersAndUndoingGivesTheEntriesBack()
      throws IOException, InterruptedException {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    load(lake);
    Map<String, Set<ObjectNode>> before = entries(lake);
    Supplier<Sluice> live = () -> Sluice.open(configuration());
    List<String> curable = Refusals.curable(live);
    assertThat(curable)
        .contains("athena: SELECT * FROM web.clicks LIMIT 2")
        .isSubsetOf(Refusals.of(live));

    String[] fix = {"--all", "--fix", "--yes", "--keep=" + folder.resolve("kept"), "web"};
    assertThat(run(fix)).as("files that no catalog can cure are left").isEqualTo(3);
    assertThat(said())
        .contains("partitions of web.clicks; as it was, it is " + folder.resolve("kept"));
    assertThat(Refusals.of(live)).doesNotContainAnyElementsOf(curable);
    assertThat(entries(lake)).isNotEqualTo(before);

    assertThat(run(fix)).isEqualTo(3);
    assertThat(said()).as("a second time").endsWith("There is nothing to fix in the catalog.\n");

    assertThat(run(undo())).isZero();
    assertThat(entries(lake)).isEqualTo(before);
    assertThat(Refusals.of(live)).containsAll(curable);
  }

  /** Of all that was kept. */
  private String[] undo() throws IOException {
    try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
      return Stream.concat(
              kept.sorted().map(each -> "--undo=" + each),
              Stream.of("--yes", "--keep=" + folder.resolve("undone")))
          .toArray(String[]::new);
    }
  }

  /** By table; in the order of no partition anything lies. */
  private Map<String, Set<ObjectNode>> entries(Path lake) {
    Map<String, Set<ObjectNode>> entries = new TreeMap<>();
    try (LakeFolderCatalog catalog = LakeFolderCatalog.open(lake)) {
      for (Table table : catalog.tables("web")) {
        Set<ObjectNode> own = new HashSet<>();
        for (ObjectNode entry :
            aws.glue().entries(AwsStandIn.ACCOUNT, "web", table.name().table())) {
          own.add(entry.deepCopy().remove(OF_GLUE));
        }
        entries.put(table.name().table(), own);
      }
    }
    return entries;
  }

  private SluiceConfiguration configuration() {
    System.setProperty("aws.accessKeyId", aws.user().accessKey());
    System.setProperty("aws.secretAccessKey", aws.user().secret());
    return SluiceConfiguration.builder()
        .aws("region", AwsStandIn.REGION)
        .aws("endpoints.glue", aws.uri().toString())
        .glue(Map.of())
        .build();
  }

  @Test
  void anInterruptStopsBetweenTwoCallsAndSaysWhatWasDone()
      throws IOException, InterruptedException {
    load(StaleLake.write(folder.resolve("lake"), 1000));
    aws.faults().on("BatchUpdatePartition").delay(Duration.ofMillis(300));
    Process doctor = doctor("--fix", "--yes", "--keep=" + folder.resolve("kept"));
    while (doctor.isAlive() && aws.calls().count("BatchUpdatePartition") < 2) {
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(doctor.pid())).start().waitFor();

    assertThat(doctor.waitFor(60, TimeUnit.SECONDS)).isTrue();
    int written = 100 * aws.calls().count("BatchUpdatePartition");
    assertThat(written).isBetween(200, 900);
    assertThat(said())
        .contains("Wrote " + written + " of 1000 partitions of web.clicks; as it was, it is ")
        .endsWith("Cancelled.\n");
    assertThat(doctor.exitValue()).isEqualTo(130);
    assertThat(
            aws.glue().entries(AwsStandIn.ACCOUNT, "web", "clicks").stream()
                .filter(entry -> entry.has("Values") && entry.toString().contains("section")))
        .hasSize(written);
  }

  private int run(String... options) throws IOException, InterruptedException {
    Process doctor = doctor(options);
    assertThat(doctor.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return doctor.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(log);
  }

  private Process doctor(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0) {
      // Where this runs in the background of a shell, processes ignore Ctrl-C.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.sluice.cli.Main",
            "doctor",
            "--config=" + folder.resolve("sluice.yaml")));
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    environment.put("AWS_CONFIG_FILE", folder.resolve("no-configuration").toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return builder
        .redirectError(log.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
