package dev.sluice.tests.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Verdict;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is broken in a lake is one clear finding of the doctor and an error of the queries that need
 * it; all else is as before.
 */
@Timeout(180)
class BadInputTest {
  private static final String DATA = "data/web/";
  private static final List<String> QUERIES =
      List.of(
          "SELECT event_type FROM web.ad_events WHERE datetime >= '2019-03-28-00'",
          "SELECT event_type FROM web.ad_events_by_url",
          "SELECT name FROM web.campaigns",
          "SELECT session_id FROM web.sessions WHERE date >= '2019-03-27'",
          "SELECT count(*) FROM web.clicks WHERE datetime >= '2019-03-27-00'");

  private final Path lake;

  BadInputTest(@TempDir Path folder) {
    this.lake = folder.resolve("lake");
  }

  @BeforeEach
  void copy() throws IOException, InterruptedException {
    ExampleLakes.copy(lake);
  }

  @Test
  void aBrokenFooter() throws IOException {
    Path file = lake.resolve(DATA + "clicks/datetime=2019-03-28-10/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 200, bytes.length - 8, (byte) 0xff);
    Files.write(file, bytes);

    assertThat(theProblem(Kind.FILE_NOT_READABLE).subject()).isEqualTo(file.toString());
    assertAllArePlanned();
  }

  @Test
  void aTruncatedAvroFile() throws IOException {
    Path file = lake.resolve(DATA + "ad_events/datetime=2019-03-28-10/part-00000.avro");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

    Finding problem = theProblem(Kind.FILE_NOT_READABLE);
    assertThat(problem.subject()).isEqualTo(file.toString());
    assertThat(problem.text()).startsWith("truncated: ");
    assertAllArePlanned();
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = lake.resolve(DATA + "sessions/date=2019-03-27/part-00000.orc");
    Files.write(file, new byte[0]);

    Finding problem = theProblem(Kind.FILE_NOT_READABLE);
    assertThat(problem.subject()).isEqualTo(file.toString());
    assertThat(problem.text()).startsWith("empty file: ");
    assertAllArePlanned();
  }

  @Test
  void aTypeThatDoesNotParse() throws IOException {
    Path tables = tables();
    String text = Files.readString(tables);
    Files.writeString(tables, text.replaceFirst("\"decimal\\(\\d+,\\d+\\)\"", "\"struct<a:\""));

    Finding problem = theProblem(Kind.TYPE_NOT_UNDERSTOOD);
    assertThat(problem.text()).contains("of type 'struct<a:'");
    String table = problem.subject().substring(0, problem.subject().lastIndexOf('.'));
    String column = problem.subject().substring(table.length() + 1);
    assertAllArePlanned();
    assertThat(plan("SELECT " + column + " FROM " + table).decision().candidates())
        .isNotEmpty()
        .allMatch(Candidate::isRefused)
        .allSatisfy(
            candidate ->
                assertThat(candidate.reasons())
                    .extracting(Reason::capability)
                    .contains("UNSUPPORTED_TYPE"));
  }

  @Test
  void aPartitionsValueThatIsNoneOfItsKeysType() throws IOException {
    Path tables = tables();
    String text = Files.readString(tables);
    int sessions = text.indexOf("\"Name\": \"sessions\"");
    int key = text.indexOf("\"Type\": \"string\"", text.indexOf("\"PartitionKeys\"", sessions));
    Files.writeString(
        tables, text.substring(0, key) + text.substring(key).replaceFirst("string", "date"));
    Path partitions = lake.resolve("catalog/web.sessions.partitions.json");
    Files.writeString(
        partitions, Files.readString(partitions).replaceFirst("\"2019-03-26\"", "\"2019-02-30\""));

    List<Finding> problems = Examined.problems(lake);
    assertThat(problems)
        .extracting(Finding::kind)
        .containsExactly(Kind.VALUE_DOES_NOT_FIT, Kind.NOT_REGISTERED);
    assertThat(problems.get(0).subject()).isEqualTo("date=2019-02-30");
    assertThat(problems.get(0).text()).isEqualTo("'2019-02-30' is no date, which date is");
    QUERIES.stream().filter(sql -> !sql.contains("sessions")).forEach(this::assertIsPlanned);
  }

  @Test
  void aTableWithAMissingField() throws IOException {
    Path tables = tables();
    String text = Files.readString(tables);
    int table = text.indexOf("\"Name\": \"campaigns\"");
    int type = text.indexOf("            \"TableType\": ", table);
    Files.writeString(tables, text.substring(0, type) + text.substring(text.indexOf('\n', type)));

    Finding problem = theProblem(Kind.TABLE_NOT_UNDERSTOOD);
    assertThat(problem.subject()).isEqualTo("web.campaigns");
    assertThat(problem.text()).startsWith("TableType is missing");
    QUERIES.stream().filter(sql -> !sql.contains("campaigns")).forEach(this::assertIsPlanned);
    assertThatThrownBy(() -> plan("SELECT name FROM web.campaigns"))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TABLE_UNREADABLE));
  }

  @Test
  void aListingOfPartitionsThatIsCutShort() throws IOException {
    Path partitions = lake.resolve("catalog/web.pageviews.partitions.json");
    String text = Files.readString(partitions);
    Files.writeString(partitions, text.substring(0, text.length() / 2));

    Finding problem = theProblem(Kind.PARTITIONS_NOT_KNOWN);
    assertThat(problem.subject()).isEqualTo("web.pageviews");
    assertThat(problem.text()).contains(partitions.toString(), "ends in the middle");
    assertAllArePlanned();
  }

  @Test
  void foldersThatTheCatalogDoesNotHaveAreFoundAndRegistered() throws IOException {
    Path last = lake.resolve(DATA + "clicks/datetime=2019-03-28-23");
    Path more = lake.resolve(DATA + "clicks/datetime=2019-03-29-00");
    Files.createDirectory(more);
    Files.copy(last.resolve("part-00000.parquet"), more.resolve("part-00000.parquet"));

    assertThat(theProblem(Kind.NOT_REGISTERED).subject()).isEqualTo("datetime=2019-03-29-00");
  }

  @Test
  void linksThatLeadInCirclesOrNowhere() throws IOException {
    Path hour = lake.resolve(DATA + "clicks/datetime=2019-03-28-10");
    Files.createSymbolicLink(hour.resolve("itself"), hour);
    Files.createSymbolicLink(hour.resolve("one"), hour.resolve("other"));
    Files.createSymbolicLink(hour.resolve("other"), hour.resolve("one"));
    Files.createSymbolicLink(hour.resolve("nowhere.parquet"), lake.resolve("nowhere"));

    assertThat(Examined.problems(lake)).isEmpty();
    assertAllArePlanned();
  }

  @Test
  void aFolderThatCannotBeRead() throws IOException {
    Path hour = lake.resolve(DATA + "clicks/datetime=2019-03-28-10");
    Files.setPosixFilePermissions(hour, Set.of());
    try {
      assumeFalse(Files.isReadable(hour), "this user may read everything");
      assertThat(finding("clicks", Kind.NOT_INSPECTED).text())
          .isEqualTo("its location cannot be listed: access is denied");
      assertThat(Examined.problems(lake)).isEmpty();
      assertAllArePlanned();
    } finally {
      Files.setPosixFilePermissions(hour, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aTableWhoseLocationIsNotThere() throws IOException {
    addTable(table("nowhere", "data/web/nowhere/", "", "{\"Name\": \"id\", \"Type\": \"bigint\"}"));

    assertThat(finding("nowhere", Kind.NO_FOLDER).text())
        .isEqualTo("There is no such folder, and so no rows");
    assertThat(Examined.problems(lake)).isEmpty();
    assertIsPlanned("SELECT id FROM web.nowhere");
    assertAllArePlanned();
  }

  @Test
  void aTableWithoutALocation() throws IOException {
    String entry = table("nowhere", "x", "", "{\"Name\": \"id\", \"Type\": \"bigint\"}");
    addTable(entry.replace("\"Location\": \"x\", ", ""));

    Finding problem = theProblem(Kind.TABLE_NOT_UNDERSTOOD);
    assertThat(problem.subject()).isEqualTo("web.nowhere");
    assertThat(problem.text()).isEqualTo("StorageDescriptor has no Location");
    assertAllArePlanned();
  }

  @Test
  void aTableWithNoPartitionsAtAll() throws IOException {
    addTable(
        table(
            "young",
            "data/web/young/",
            "{\"Name\": \"day\", \"Type\": \"string\"}",
            "{\"Name\": \"id\", \"Type\": \"bigint\"}"));
    Files.writeString(lake.resolve("catalog/web.young.partitions.json"), "{\"Partitions\": []}");

    Checkup young = Examined.one(lake, "young");
    assertThat(young.isHealthy()).isTrue();
    assertThat(young.findings()).isEmpty();
    assertThat(young.cures()).isEmpty();
    assertIsPlanned("SELECT id FROM web.young WHERE day = '2019-03-27'");
    assertAllArePlanned();
  }

  @Test
  void namesInUpperCaseAndInOtherLetters() throws IOException {
    addTable(
        table(
            "Größen_Œuvre",
            "data/web/größen œuvre 日本/",
            "{\"Name\": \"Straße\", \"Type\": \"string\"}",
            "{\"Name\": \"Überschrift\", \"Type\": \"string\"}"));
    Files.writeString(
        lake.resolve("catalog/web.größen_œuvre.partitions.json"),
        """
        {"Partitions": [{"Values": ["Ü 日本"], "StorageDescriptor": {
          "Location": "data/web/größen œuvre 日本/straße=Ü 日本/",
          "Columns": [{"Name": "überschrift", "Type": "string"}],
          "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
          "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"}}}]}
        """);
    Path file = lake.resolve("data/web/größen œuvre 日本/straße=Ü 日本/ä b%20.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"überschrift\": \"x\"}\n");

    Checkup checkup = Examined.one(lake, "größen_œuvre");
    assertThat(checkup.findings()).isEmpty();
    assertThat(checkup.isHealthy()).isTrue();
    assertThat(checkup.name(0)).isEqualTo("straße=Ü 日本");
    assertThat(checkup.filesLookedInto()).isEqualTo(1);
    assertIsPlanned("SELECT \"Überschrift\" FROM web.\"Größen_Œuvre\" WHERE \"straße\" = 'Ü 日本'");
    assertAllArePlanned();
  }

  @Test
  void computedPartitionsAreLookedInto() throws IOException {
    Path tables = tables();
    String text = Files.readString(tables);
    int type = text.indexOf("\"TableType\"", text.indexOf("\"Name\": \"clicks\""));
    int in = text.indexOf('{', text.indexOf("\"Parameters\"", type)) + 1;
    Files.writeString(
        tables,
        text.substring(0, in)
            + """
              "projection.enabled": "true", "projection.datetime.type": "date",
              "projection.datetime.format": "yyyy-MM-dd-HH",
              "projection.datetime.range": "2019-03-26-00,2019-03-29-23",
              "projection.datetime.interval": "1", "projection.datetime.interval.unit": "HOURS",
              """
            + text.substring(in));

    Checkup clicks = Examined.one(lake, "clicks");
    assertThat(finding("clicks", Kind.PARTITIONS_COMPUTED).text())
        .isEqualTo(
            "Athena computes 96 partitions (partition projection), of which 72 have a folder");
    assertThat(clicks.partitions()).hasSize(72);
    assertThat(clicks.filesLookedInto()).isEqualTo(72);
    assertThat(clicks.drift())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.met().level()).isEqualTo(Drift.Level.FILE);
              assertThat(drift.met().change().path()).isEqualTo("page.section");
              assertThat(drift.partitions()).isEqualTo(24);
            });
    assertAllArePlanned();
  }

  /** An entry of JSON text, with keys and columns as the catalog lists them. */
  private static String table(String name, String location, String keys, String columns) {
    return """
    {"Name": "%s", "TableType": "EXTERNAL_TABLE", "PartitionKeys": [%s], "StorageDescriptor": {
      "Columns": [%s], "Location": "%s", "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
      "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe"}}},
    """
        .formatted(name, keys, columns, location);
  }

  private void addTable(String entry) throws IOException {
    String text = Files.readString(tables());
    int first = text.indexOf('[') + 1;
    Files.writeString(tables(), text.substring(0, first) + entry + text.substring(first));
  }

  private Finding finding(String table, Kind kind) {
    return Examined.one(lake, table).findings().stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private Path tables() {
    return lake.resolve("catalog/web.tables.json");
  }

  private Finding theProblem(Kind kind) {
    List<Finding> problems = Examined.problems(lake);
    assertThat(problems).singleElement().extracting(Finding::kind).isEqualTo(kind);
    return problems.get(0);
  }

  private void assertAllArePlanned() {
    QUERIES.forEach(this::assertIsPlanned);
  }

  private void assertIsPlanned(String sql) {
    assertThat(plan(sql).decision().candidates())
        .as(sql)
        .anyMatch(candidate -> candidate.verdict() != Verdict.REFUSED);
  }

  private Plan plan(String sql) {
    try (Sluice sluice = Sluice.open(lake)) {
      return sluice.plan(sql, sluice.policyOfQueries());
    }
  }
}
