package dev.sluice.tests.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.TableName;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice convert} as a process of its own, with a real Spark. */
@Timeout(300)
class ConvertCommandTest {
  private static final TableName CONVERTED = new TableName("web", "events_converted");

  private final Path folder;

  ConvertCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Ended(int code, String out, String err) {}

  @Test
  void showsWhatItWouldDoDoesItAndDoesItOnce() throws Exception {
    TextLake lake = TextLake.make(folder.resolve("lake"), 3);
    Ended plan = convert(lake, "--plan", "--where", "day > '1'", "web.events");
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out())
        .contains(
            "web.events, text_delimited\n  to web.events_converted, parquet, a new table",
            "new         2 partitions, 20 bytes in 2 files: 2 to 3\n");
    assertThat(lake.written(CONVERTED)).isEmpty();

    Ended first = convert(lake, "web.events");
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("Converted 3 partitions, 3 rows: 30 bytes became ");
    Ended second = convert(lake, "web.events");
    assertThat(second.out()).contains("Nothing needed to be converted.");
    assertThat(second.code()).isZero();
    Ended vacuum = convert(lake, "--vacuum", "web.events_converted");
    assertThat(vacuum.out()).isEqualTo("web.events_converted: nothing to clear away\n");
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheRestConverted() throws Exception {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    Path broken = onlyFile(lake.resolve("data/web/ad_events/datetime=2019-03-26-01"));
    byte[] bytes = Files.readAllBytes(broken);
    // Its header stays whole: what says what it holds is not what is broken.
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 7);
    Files.write(broken, bytes);
    Ended ended =
        sluice(
            "convert",
            "--lake",
            lake.toString(),
            "--where",
            "datetime < '2019-03-26-03'",
            "web.ad_events");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out())
        .contains("Converted 2 partitions, ", "Failed, and left as they were: 1 partition\n")
        .contains("2019-03-26-01: ", String.valueOf(broken.getFileName()));
  }

  @Test
  void wrongOptionsAreTold() throws Exception {
    TextLake lake = TextLake.make(folder.resolve("lake"), 1);
    assertThat(convert(lake, "--grace", "1d", "web.events").code()).isEqualTo(2);
    assertThat(convert(lake, "--vacuum", "--grace", "soon", "web.events_converted").code())
        .isNotZero();
    Ended relative = convert(lake, "--location", "here", "web.events");
    assertThat(relative.code()).isEqualTo(2);
    assertThat(relative.err()).contains("--location is an absolute path, not here");
    Ended unknown = convert(lake, "web.evnts");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("did you mean web.events?");
  }

  /** Killed with all that it has started, and run again. */
  @Test
  @Tag("long")
  void whatAKilledProcessLeftIsTakenUp() throws Exception {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    String[] command = {
      "convert", "--lake", lake.toString(), "--where", "datetime < '2019-03-27'", "web.ad_events"
    };
    Path written = lake.resolve("data/web/ad_events_converted");
    Process process = start(command).start();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(written));
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly().waitFor();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));

    Ended again = sluice(command);
    assertThat(again.code()).as(again.err()).isZero();
    try (Sluice sluice = Sluice.open(lake)) {
      assertThat(count(sluice, "web.ad_events_converted"))
          .isEqualTo(count(sluice, "web.ad_events"));
    }
  }

  private static Object count(Sluice sluice, String table) {
    String sql =
        """
        SELECT CAST(count(*) AS varchar) || ' ' || CAST(count(DISTINCT event_id) AS varchar)
          || ' ' || CAST(sum(price) AS varchar) || ' ' || CAST(count(device.os) AS varchar)
        FROM %s WHERE datetime < '2019-03-27'
        """
            .formatted(table);
    try (Rows rows = sluice.query(sql)) {
      assertThat(rows.next()).isTrue();
      return Objects.requireNonNull(rows.value(0));
    }
  }

  private static Path onlyFile(Path partition) throws IOException {
    try (var files = Files.list(partition)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static Ended convert(TextLake lake, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("convert", "--lake", lake.folder().toString()));
    all.addAll(List.of(arguments));
    return sluice(all.toArray(String[]::new));
  }

  private static ProcessBuilder start(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsluice.spark.classpath=" + System.getProperty("sluice.spark.classpath"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sluice.cli.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static Ended sluice(String... arguments) throws Exception {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process =
        start(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
      return new Ended(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }
}
