package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.Verdict;
import dev.sluice.cli.Main;
import dev.sluice.matrix.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, as a process of its own, on a lake folder of exported catalog entries. */
@Timeout(120)
class ForeignLakeTest {
  private static final List<String> CANDIDATE =
      List.of("engine", "verdict", "sql", "rules", "caveats", "reasons");
  private static final List<String> REASON =
      List.of("capability", "table", "column", "line", "position", "text", "source");
  private static final List<String> CELL =
      List.of("verdict", "rule", "why", "source", "checked", "confidence", "probe");

  private static final Set<String> CAPABILITIES =
      EnumSet.allOf(Capability.class).stream().map(Enum::name).collect(Collectors.toSet());

  private final Path folder;

  ForeignLakeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Run(int code, String out, String err) {
    JsonNode json() throws JsonProcessingException {
      return new JsonMapper().readTree(out);
    }
  }

  private Run sluice(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private Run explain(String sql) throws IOException, InterruptedException {
    return sluice("explain", "--format", "json", "--lake", Golden.LAKE.toString(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM web.clicks WHERE datetime LIKE '2019-03-28%'",
        "SELECT click_id, dwell FROM web.clicks_stale",
        "SELECT payload FROM web.readings"
      })
  void explainPrintsTheDocumentedShape(String sql) throws IOException, InterruptedException {
    Run run = explain(sql);
    JsonNode plan = run.json();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(names(plan))
        .startsWith("schema", "sql", "engine", "answeredBy", "candidates", "tables", "columns");
    assertThat(plan.path("schema").intValue()).isEqualTo(1);
    assertThat(plan.path("sql").textValue()).isEqualTo(sql);
    assertThat(plan.path("candidates")).hasSize(3);
    for (JsonNode candidate : plan.path("candidates")) {
      assertCandidate(candidate);
    }
    for (JsonNode table : plan.path("tables")) {
      assertTable(table);
    }
    for (JsonNode column : plan.path("columns")) {
      assertThat(names(column)).containsExactly("name", "type");
    }
  }

  private static void assertCandidate(JsonNode candidate) {
    assertThat(names(candidate)).startsWith(CANDIDATE.toArray(String[]::new));
    assertThat(verdicts()).contains(candidate.path("verdict").textValue());
    boolean refused = candidate.path("verdict").textValue().equals("refused");
    assertThat(candidate.path("sql").isNull()).isEqualTo(refused);
    if (refused) {
      assertThat(candidate.path("reasons")).isNotEmpty();
    }
    for (JsonNode caveat : candidate.path("caveats")) {
      assertThat(caveat.isTextual()).isTrue();
    }
    for (JsonNode reason : candidate.path("reasons")) {
      assertThat(names(reason)).startsWith(REASON.toArray(String[]::new));
      assertThat(CAPABILITIES).contains(reason.path("capability").textValue());
      assertThat(reason.path("line").isNull()).isEqualTo(reason.path("position").isNull());
    }
  }

  private static void assertTable(JsonNode table) {
    assertThat(names(table)).startsWith("table", "format", "partitions", "drift");
    assertThat(names(table.path("partitions"))).startsWith("total", "selected", "ranges");
    for (JsonNode drift : table.path("drift")) {
      assertThat(names(drift)).startsWith("change", "path", "level", "partitions");
    }
  }

  @Test
  void explainTellsWhatPruningAndDriftFound() throws IOException, InterruptedException {
    JsonNode table =
        explain("SELECT dwell FROM web.clicks_stale WHERE datetime < '2019-03-28-01'")
            .json()
            .path("tables")
            .path(0);

    assertThat(table)
        .hasToString(
            "{\"table\":\"web.clicks_stale\",\"format\":\"parquet\",\"partitions\":{\"total\":6,"
                + "\"selected\":3,\"ranges\":[\"(-∞, 2019-03-28-01)\"]},"
                + "\"drift\":[{\"change\":\"COLUMN_ADDED_IN_MIDDLE\",\"path\":\"dwell\","
                + "\"level\":\"partition\",\"partitions\":2}],"
                + "\"files\":{\"inspected\":0,\"problems\":[]}}");
  }

  @Test
  void totalsAreNullWherePartitionsAreNotKnown() throws IOException, InterruptedException {
    JsonNode partitions =
        explain("SELECT upload_id FROM web.uploads")
            .json()
            .path("tables")
            .path(0)
            .path("partitions");

    assertThat(partitions).hasToString("{\"total\":null,\"selected\":null,\"ranges\":[]}");
  }

  @Test
  void matrixPrintsEveryCapabilityWithItsCells() throws IOException, InterruptedException {
    Run run = sluice("matrix", "--format", "json");
    JsonNode matrix = run.json();

    assertThat(run.code()).isZero();
    assertThat(names(matrix)).startsWith("schema", "capabilities");
    assertThat(matrix.path("schema").intValue()).isEqualTo(1);
    assertThat(matrix.path("capabilities"))
        .extracting(row -> row.path("capability").textValue())
        .containsExactlyElementsOf(Arrays.stream(Capability.values()).map(Enum::name).toList());
    for (JsonNode row : matrix.path("capabilities")) {
      assertThat(names(row)).startsWith("capability", "title", "area", "cells");
      assertThat(names(row.path("cells"))).containsExactly("athena", "spectrum", "spark");
      for (JsonNode cell : row.path("cells")) {
        assertThat(names(cell)).containsAll(CELL);
      }
    }
  }

  @Test
  void anErrorIsJsonWithItsPlaceAndExitsWithOne() throws IOException, InterruptedException {
    Run run = explain("SELECT click_id,\n  devise\nFROM web.clicks");
    JsonNode error = run.json().path("error");

    assertThat(run.code()).isEqualTo(1);
    assertThat(names(run.json())).containsExactly("error");
    assertThat(names(error)).startsWith("code", "message", "line", "position");
    assertThat(error.path("line").intValue()).isEqualTo(2);
    assertThat(error.path("position").intValue()).isEqualTo(3);
    assertThat(error.path("message").textValue()).contains("devise").contains("device");
  }

  @Test
  void anErrorWithoutAPlaceSaysNull() throws IOException, InterruptedException {
    Run run =
        sluice(
            "explain", "--format", "json", "--lake", folder.resolve("no").toString(), "SELECT 1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("error").path("code").textValue())
        .isEqualTo("CONFIGURATION_INVALID");
    assertThat(run.json().path("error").path("line").isNull()).isTrue();
    assertThat(run.json().path("error").path("position").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM web.users", "SELECT 1; SELECT 2", "SELECT * FROM web.usrs"})
  void whatIsNotOneGoodQueryExitsWithOne(String sql) throws IOException, InterruptedException {
    Run run = sluice("explain", "--lake", Golden.LAKE.toString(), sql);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Error: ").doesNotContain("\tat ");
  }

  @Test
  void aQueryThatNoEngineAnswersIsExplainedButNotRun() throws IOException, InterruptedException {
    String sql = "SELECT payload FROM web.readings";

    assertThat(explain(sql).code()).isZero();
    Run run = sluice("query", "--format", "json", "--lake", Golden.LAKE.toString(), sql);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("error").path("code").textValue()).isEqualTo("NO_ENGINE");
  }

  @Test
  void wrongUsageExitsWithTwo() throws IOException, InterruptedException {
    Run run = sluice("explain", "--frmat", "json", "SELECT 1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--frmat").contains("--help");
  }

  @Test
  void tablesListsATableThatCannotBeUnderstoodWithItsReason()
      throws IOException, InterruptedException {
    Run run = sluice("tables", "--lake", Golden.LAKE.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("web.clicks").contains("raw.broken").contains("items.nums");
  }

  /**
   * As exports are: with a byte order mark, tables of other catalogs, and what is not there yet.
   */
  @Test
  void whatCannotBeQueriedIsListedAndFailsOnlyTheQueryThatTouchesIt()
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("catalog"));
    Files.writeString(
        folder.resolve("catalog/db.tables.json"),
        "\uFEFF"
            + """
            {
                "TableList": [
                    {"Name": "good", "TableType": "EXTERNAL_TABLE", "CreateTime": 1553700000.0,
                     "StorageDescriptor": {
                         "Columns": [{"Name": "A", "Type": "INT"}], "Location": "s3://b/good/",
                         "SerdeInfo": {"SerializationLibrary":
                             "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}},
                     "IsRegisteredWithLakeFormation": false, "CatalogId": "123456789012"},
                    {"Name": "link", "CatalogId": "123456789012",
                     "TargetTable": {"CatalogId": "210987654321", "DatabaseName": "theirs",
                                     "Name": "orders"}},
                    {"Name": "remote", "TableType": "EXTERNAL_TABLE",
                     "FederatedTable": {"Identifier": "x", "ConnectionName": "aws:s3tables"},
                     "StorageDescriptor": {"Columns": []}},
                    {"Name": "report", "TableType": "VIRTUAL_VIEW",
                     "ViewOriginalText": "/* Presto View: eyJ9 */",
                     "StorageDescriptor": {
                         "Columns": [{"Name": "a", "Type": "int"}], "Location": ""}}
                ]
            }
            """
                .replace("\n", "\r\n"));
    Files.writeString(folder.resolve("catalog/broken.tables.json"), "");
    String lake = folder.toString();

    Run tables = sluice("tables", "--lake", lake);
    assertThat(tables.code()).isZero();
    assertThat(tables.out())
        .contains("db.good", "db.report")
        .contains("db.link: It is a resource link to theirs.orders of catalog 210987654321")
        .contains("db.remote: It is a federated table", "broken.tables.json cannot be understood");
    Run good = sluice("explain", "--format", "json", "--lake", lake, "SELECT a FROM db.good");
    assertThat(good.code()).isZero();
    Run link = sluice("explain", "--format", "json", "--lake", lake, "SELECT a FROM db.link");
    assertThat(link.code()).isEqualTo(1);
    assertThat(link.json().path("error").path("code").textValue()).isEqualTo("TABLE_UNREADABLE");
    Run view = sluice("query", "--format", "json", "--lake", lake, "SELECT a FROM db.report");
    assertThat(view.code()).isEqualTo(1);
    assertThat(view.json().path("error").path("message").textValue()).contains("view");
  }

  private static List<String> verdicts() {
    return Stream.of(Verdict.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }
}
