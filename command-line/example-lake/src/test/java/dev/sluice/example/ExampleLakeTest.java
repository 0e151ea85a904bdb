package dev.sluice.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ExampleLakeTest {
  /** From this version on Java warns of what snappy and Parquet do, on standard error. */
  private static final int WARNS_OF_NATIVE_CODE = 24;

  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void takeFolder(@TempDir Path empty) {
    folder = empty;
  }

  @Test
  void twoRunsGiveTheSameLakeAndSayLittle() throws Exception {
    assertThat(run(folder.resolve("here").toString())).isZero();
    Process other = start(folder.resolve("there"), "-Duser.timezone=Asia/Kolkata");
    List<String> progress = other.inputReader(UTF_8).lines().toList();
    assertThat(other.waitFor()).isZero();

    assertThat(progress).hasSize(7).allMatch(line -> line.startsWith("web."));
    assertThat(other.errorReader(UTF_8).lines()).isEmpty();
    assertThat(err.size()).isZero();
    assertThat(contents(folder.resolve("there"))).isEqualTo(contents(folder.resolve("here")));
  }

  @Test
  void leavesACurrentLakeAloneIfAskedTo() throws IOException {
    Path lake = folder.resolve("lake");
    Files.createDirectories(lake.resolve("mine"));
    Files.writeString(lake.resolve(ExampleLake.STAMP), ExampleLake.CONTENT_VERSION + "\n");

    assertThat(run(lake.toString(), "--if-absent")).isZero();

    assertThat(lake.resolve("mine")).exists();
    assertThat(out.size()).isZero();
  }

  @Test
  void replacesALakeOfAnotherVersion() throws IOException {
    Path lake = folder.resolve("lake");
    Files.createDirectories(lake.resolve("old"));
    Files.writeString(lake.resolve(ExampleLake.STAMP), "0\n");

    assertThat(run("--if-absent", lake.toString())).isZero();

    assertThat(lake.resolve("old")).doesNotExist();
    assertThat(lake.resolve("catalog/web.tables.json")).exists();
    assertThat(siblings()).containsExactly("lake");
  }

  @Test
  void neverTouchesAFolderThatIsNoLake() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "precious");

    assertThat(run(folder.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("is no example lake");
    assertThat(siblings()).containsExactly("thesis.txt");
  }

  @Test
  void explainsItsUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--if-missing")).isEqualTo(2);
    assertThat(run("one", "two")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Usage: ExampleLake DIR [--if-absent]");
  }

  @Test
  void leavesNoLakeWhenKilledHalfWay() throws Exception {
    Process process = start(folder.resolve("lake"));
    try (BufferedReader progress = process.inputReader(UTF_8)) {
      assertThat(progress.readLine()).startsWith("web.ad_events ");
    }
    process.destroyForcibly().waitFor();

    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private int run(String... args) {
    return ExampleLake.run(
        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private static Process start(Path lake, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    if (Runtime.version().feature() >= WARNS_OF_NATIVE_CODE) {
      command.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ExampleLake.class.getName(), lake.toString()));
    return new ProcessBuilder(command).start();
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /**
   * Every file by its path, with its bytes; but Parquet's with its size only, since its footers
   * list encodings in an order that differs from one process to the next.
   */
  private static Map<String, String> contents(Path lake) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(lake).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        boolean parquet = file.toString().endsWith(".parquet");
        String content =
            parquet ? bytes.length + " bytes" : Integer.toString(Arrays.hashCode(bytes));
        contents.put(lake.relativize(file).toString(), content);
      }
    }
    return contents;
  }
}
