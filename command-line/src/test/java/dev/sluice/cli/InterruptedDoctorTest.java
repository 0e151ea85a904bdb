package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, sent to a process of its own over a lake that takes it some seconds. */
@Timeout(120)
class InterruptedDoctorTest {
  private static final int FILES = 60_000;
  private static final int FILES_OF_ONE = 10_000;
  private static final int PARTITIONS = 20_000;
  private static final String JSON =
      """
      "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
      "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"}""";

  private static final String PARQUET =
      """
      "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
      "SerdeInfo": {
        "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}""";

  private final Path folder;
  private final Path catalog;
  private final Path log;

  InterruptedDoctorTest(@TempDir Path folder) {
    this.folder = folder;
    this.catalog = folder.resolve("lake/catalog");
    this.log = folder.resolve("err");
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(catalog);
  }

  private void tables(String columns, String keys, String serde) throws IOException {
    Files.writeString(
        catalog.resolve("web.tables.json"),
        """
        {"TableList": [{"Name": "clicks", "TableType": "EXTERNAL_TABLE", "PartitionKeys": [%s],
          "StorageDescriptor": {"Location": "clicks/", "Columns": [%s], %s}}]}
        """
            .formatted(keys, columns, serde));
  }

  /** Links cost less than files; a file can have only so many. */
  private void manyFiles() throws IOException {
    tables("{\"Name\": \"id\", \"Type\": \"bigint\"}", "", JSON);
    Path data = Files.createDirectories(folder.resolve("lake/clicks"));
    Path one = data;
    for (int i = 0; i < FILES; i++) {
      Path file = data.resolve("part-" + i);
      if (i % FILES_OF_ONE == 0) {
        one = Files.writeString(file, "{\"id\": 1}\n");
      } else {
        Files.createLink(file, one);
      }
    }
  }

  private void manyStalePartitions() throws IOException {
    tables(
        "{\"Name\": \"page\", \"Type\": \"struct<section:string,url:string>\"}",
        "{\"Name\": \"n\", \"Type\": \"string\"}",
        PARQUET);
    List<String> partitions = new ArrayList<>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(
          """
          {"Values": ["%d"], "StorageDescriptor": {"Location": "clicks/n=%d/",
            "Columns": [{"Name": "page", "Type": "struct<url:string>"}], %s}}"""
              .formatted(i, i, PARQUET));
    }
    Files.writeString(
        catalog.resolve("web.clicks.partitions.json"),
        "{\"Partitions\": [" + String.join(",\n", partitions) + "]}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all --output report.txt", "--all --fix --yes --output report.txt"})
  void whileFilesAreLookedIntoLeavesNothingBehind(String options)
      throws IOException, InterruptedException {
    manyFiles();
    List<String> before = contents(catalog);
    Process doctor = doctor(options.split(" "));
    while (doctor.isAlive() && !said().contains("web.clicks: reading files (table 1 of 1)")) {
      Thread.sleep(5);
    }
    interrupt(doctor);

    assertThat(doctor.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).endsWith("Cancelled.\n");
    assertThat(doctor.exitValue()).isEqualTo(130);
    assertThat(contents(catalog)).isEqualTo(before);
    assertThat(folder.resolve("report.txt")).doesNotExist();
    // What was read until then is whole, and saves the next run some work.
    assertThat(contents(folder.resolve("cache/sluice/schemas")))
        .isNotEmpty()
        .allMatch(file -> file.contains(".schemas: "));
  }

  @Test
  void whileTheCatalogIsWrittenItIsWrittenToTheEnd() throws IOException, InterruptedException {
    manyStalePartitions();
    Path partitions = catalog.resolve("web.clicks.partitions.json");
    String before = Files.readString(partitions);
    Process doctor = doctor("--fix", "--yes");
    while (doctor.isAlive() && contents(catalog).size() == 2) {
      Thread.sleep(1);
    }
    interrupt(doctor);

    assertThat(doctor.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).contains("Wrote " + partitions).endsWith("Cancelled.\n");
    assertThat(doctor.exitValue()).isEqualTo(130);
    try (Stream<Path> files = Files.list(catalog)) {
      List<Path> there = files.filter(file -> !isLock(file)).sorted().toList();
      assertThat(there).hasSize(3);
      assertThat(there.get(1)).hasContent(before);
      assertThat(there.get(0)).isEqualTo(partitions);
    }
    assertThat(Files.readString(partitions))
        .doesNotContain("struct<url:string>")
        .contains("\"" + (PARTITIONS - 1) + "\"")
        .endsWith("}\n");
  }

  private String said() throws IOException {
    return Files.readString(log);
  }

  private Process doctor(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    if (hasDefaultSignals()) {
      // Where this runs in the background of a shell, processes ignore Ctrl-C.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dsluice.terminal=err",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.sluice.cli.Main",
            "doctor",
            "--lake=lake"));
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder
        .redirectError(log.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean hasDefaultSignals() {
    try {
      Process process = new ProcessBuilder("env", "--default-signal=INT", "true").start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Who writes the catalog keeps others from it so. */
  private static boolean isLock(Path file) {
    return file.endsWith(".lock");
  }

  /** Each file's name and size. */
  private static List<String> contents(Path folder) throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> !isLock(each)).sorted().toList()) {
        contents.add(file.getFileName() + ": " + file.toFile().length());
      }
    }
    return contents;
  }
}
