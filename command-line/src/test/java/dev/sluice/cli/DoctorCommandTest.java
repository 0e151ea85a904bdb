package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.glue.lake.LakeFolderCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final String COLUMNS =
      """
      "Columns": [{"Name": "id", "Type": "bigint"},
                  {"Name": "page", "Type": "struct<section:string,url:string>"}]""";
  private static final String OLDER =
      """
      "Columns": [{"Name": "id", "Type": "bigint"}, {"Name": "page", "Type": "struct<url:string>"}]""";
  private static final String SERDE =
      """
      "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
      "SerdeInfo": {
        "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}""";

  private final Path lake;
  private final Path partitions;

  DoctorCommandTest(@TempDir Path folder) {
    this.lake = folder.resolve("lake");
    this.partitions = lake.resolve("catalog/web.clicks.partitions.json");
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        lake.resolve("catalog/web.tables.json"),
        """
        {"TableList": [{"Name": "clicks", "TableType": "EXTERNAL_TABLE",
          "PartitionKeys": [{"Name": "day", "Type": "string"}],
          "StorageDescriptor": {"Location": "clicks/", %s, %s}}]}
        """
            .formatted(COLUMNS, SERDE));
    Files.writeString(
        partitions,
        """
        {"Partitions": [
          {"Values": ["1"], "StorageDescriptor": {"Location": "clicks/day=1/", %s, %s}},
          {"Values": ["2"], "StorageDescriptor": {"Location": "clicks/day=2/", %s, %s}}]}
        """
            .formatted(OLDER, SERDE, COLUMNS, SERDE));
  }

  private Run run() {
    return new Run().over(LakeFolderCatalog.open(lake));
  }

  @Test
  void tellsWhatHasDriftedWhatBreaksAndWhatWouldCureIt() {
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake)).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "!! web.clicks  parquet, 2 partitions, day=1 to 2, looked into 0 of 0 files",
            "    day=1, 1 partition\n"
                + "        in the partitions: field page.section is missing, and is not the last\n",
            "    day=2, 1 partition: as the table says\n",
            "fails with HIVE_PARTITION_SCHEMA_MISMATCH: all queries of 1 partition, day=1\n",
            "spark: reads it right",
            "Give 1 partition the table's columns (--fix does it)",
            "athena: error → right",
            "1 table and 0 files looked into: 1 table with something that breaks queries");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void oneDatabaseOrOneTableIsEnough() {
    for (String target : new String[] {"WEB", "web.clicks", "clicks"}) {
      Run run = run();
      assertThat(run.execute("doctor", "--lake=" + lake, target)).as(target).isEqualTo(3);
      assertThat(run.out()).contains("web.clicks");
    }
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "web.clics")).isEqualTo(1);
    assertThat(run.err()).contains("did you mean web.clicks?");
  }

  @Test
  void printsJson() throws IOException {
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "--format=json")).isEqualTo(3);
    JsonNode document = new ObjectMapper().readTree(run.out());
    assertThat(document.path("healthy").asBoolean(true)).isFalse();
    JsonNode table = document.path("tables").path(0);
    assertThat(table.path("timeline")).hasSize(2);
    JsonNode drift = table.path("drift").path(0);
    assertThat(drift.path("change").asText()).isEqualTo("field_added_in_middle");
    assertThat(drift.path("ranges").toString())
        .isEqualTo("[{\"first\":[\"1\"],\"last\":[\"1\"],\"partitions\":1}]");
    assertThat(drift.path("engines").path("athena").path("error").asText())
        .isEqualTo("HIVE_PARTITION_SCHEMA_MISMATCH");
    assertThat(table.path("cures").path(0).path("cure").asText()).isEqualTo("sync_partitions");
    assertThat(table.path("cures").path(0).path("fix").asBoolean()).isTrue();
  }

  @Test
  void writesAPageToAFile(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("report.html");
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "--format=html", "--output=" + page))
        .isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(page)).contains("<svg", "web.clicks");
  }

  @Test
  void fixChangesNothingWhereNobodyCanAnswer() throws IOException {
    String before = Files.readString(partitions);
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "--fix")).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "web.clicks: Give 1 partition the table's columns\n",
            "~ page struct<url:string> → struct<section:string,url:string>",
            "Nothing was changed: there is nobody to ask. --yes makes the changes.");
    assertThat(partitions).hasContent(before);
    assertNothingKept();
  }

  @Test
  void fixAsksAndTakesNoForAnAnswer() throws IOException {
    String before = Files.readString(partitions);
    for (String answer : new String[] {"n\n", "\n", "", "yesterday\n"}) {
      Run run = run().on(new Terminal(false, true, false, 100, true)).reading(answer);
      assertThat(run.execute("doctor", "--lake=" + lake, "--fix")).as(answer).isEqualTo(3);
      assertThat(run.err()).contains("Make these changes? [y/N] Nothing was changed.");
      assertThat(partitions).hasContent(before);
    }
    assertNothingKept();
  }

  @Test
  void fixMakesTheCuresAndHasNothingToDoASecondTime() throws IOException {
    String before = Files.readString(partitions);
    Run run = run().on(new Terminal(false, true, false, 100, true)).reading("y\n");
    assertThat(run.execute("doctor", "--lake=" + lake, "--fix")).isZero();
    assertThat(run.err()).contains("Wrote " + partitions + "; as it was, it is " + partitions);
    assertThat(run.out()).contains("ok web.clicks").doesNotContain("Time line");
    String after = Files.readString(partitions);
    assertThat(after).isNotEqualTo(before);
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".old")))
          .singleElement()
          .satisfies(kept -> assertThat(kept).hasContent(before));
    }

    Run again = run();
    assertThat(again.execute("doctor", "--lake=" + lake, "--fix", "--yes")).isZero();
    assertThat(again.err()).isEqualTo("There is nothing to fix in the catalog.\n");
    assertThat(partitions).hasContent(after);
  }

  @Test
  void aListingThatCannotBeReadIsAFinding() throws IOException {
    Files.writeString(lake.resolve("catalog/raw.tables.json"), "{\"TableList\": [");
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake)).isEqualTo(3);
    assertThat(run.out()).contains("catalog unreadable: ", "raw.tables.json", "web.clicks");
  }

  @Test
  void whatLiesWhereNothingHereReadsIsToldOnce() throws IOException {
    for (Path file : new Path[] {partitions, lake.resolve("catalog/web.tables.json")}) {
      String text = Files.readString(file);
      Files.writeString(file, text.replace("clicks/", "s3://bucket/clicks/"));
    }
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake)).isEqualTo(3);
    assertThat(run.out())
        .containsOnlyOnce("not inspected: ")
        .contains("not inspected: web.clicks: Nothing here lists its location\n");

    String text = Files.readString(partitions);
    Files.writeString(partitions, text.replaceFirst("s3://bucket/", ""));
    Run one = run();
    assertThat(one.execute("doctor", "--lake=" + lake)).isEqualTo(3);
    assertThat(one.out()).contains("not inspected: web.clicks, day=2: Nothing here lists its");
  }

  @Test
  void whatCannotBeTogetherIsTold() {
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "--yes")).isEqualTo(2);
    assertThat(run.err()).contains("--yes is for --fix, and for --undo");
    assertThat(run().execute("doctor", "--lake=" + lake, "--keep=x")).isEqualTo(2);
    assertThat(run().execute("doctor", "--lake=" + lake, "--fix", "--undo=x")).isEqualTo(2);
    assertThat(run().execute("doctor", "--lake=" + lake, "--undo=x", "web.clicks")).isEqualTo(2);
    assertThat(run().execute("doctor", "--lake=" + lake, "--sample=0")).isEqualTo(2);
    assertThat(run().execute("doctor", "--lake=" + lake, "--sample=2", "--all")).isEqualTo(2);
    Run help = run();
    assertThat(help.execute("doctor", "--help")).isZero();
    assertThat(help.out()).contains("Exit codes: 0 nothing found that breaks a query, 3 something");
  }

  @Test
  void whatIsKeptGoesWhereCachesAndStateGo() {
    UserFolders named =
        new UserFolders(
            Map.of("XDG_CACHE_HOME", "/var/caches", "XDG_STATE_HOME", "/var/state"), "/home/me");
    assertThat(named.fileSchemas()).isEqualTo(Path.of("/var/caches/sluice/schemas"));
    assertThat(named.catalogEntries()).isEqualTo(Path.of("/var/state/sluice/catalog"));
    assertThat(new UserFolders(Map.of("XDG_CACHE_HOME", "not/absolute"), "/home/me").fileSchemas())
        .isEqualTo(Path.of("/home/me/.cache/sluice/schemas"));
    UserFolders usual = new UserFolders(Map.of(), "/home/me");
    assertThat(usual.fileSchemas()).isEqualTo(Path.of("/home/me/.cache/sluice/schemas"));
    assertThat(usual.catalogEntries()).isEqualTo(Path.of("/home/me/.local/state/sluice/catalog"));
  }

  @Test
  void undoPutsBackWhatFixChanged() throws IOException {
    String before = Files.readString(partitions);
    Run run = run();
    assertThat(run.execute("doctor", "--lake=" + lake, "--fix", "--yes")).isZero();
    String kept = run.err().strip().substring(run.err().indexOf("as it was, it is ") + 17).strip();
    assertThat(partitions).content().isNotEqualTo(before);

    Run asking = run().on(new Terminal(false, true, false, 100, true)).reading("y\n");
    assertThat(asking.execute("doctor", "--lake=" + lake, "--undo=" + kept)).isZero();
    assertThat(asking.err())
        .contains("Put back what " + kept + " holds? [y/N] ", "Wrote " + partitions + ";");
    assertThat(partitions).hasContent(before);

    Run again = run();
    assertThat(again.execute("doctor", "--lake=" + lake, "--undo=" + kept, "--yes")).isZero();
    assertThat(again.err()).isEqualTo("All is as " + kept + " holds it.\n");
  }

  private void assertNothingKept() throws IOException {
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      assertThat(files).hasSize(2);
    }
  }
}
