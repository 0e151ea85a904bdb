package dev.sluice.example;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.example.web.Drifts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCatalogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path lake;

  @BeforeAll
  static void writeOnce(@TempDir Path folder) throws IOException {
    lake = folder;
    new LakeContents(new PrintStream(OutputStream.nullOutputStream())).write(folder);
  }

  @Test
  void listsEveryTableAsGlueDoes() throws IOException {
    assertThat(tables().keySet())
        .containsExactlyInAnyOrder(
            "ad_events",
            "ad_events_by_url",
            "ad_events_parquet",
            "campaigns",
            "clicks",
            "pageviews",
            "sessions");
    assertThat(tables().values())
        .allMatch(table -> table.at("/TableType").asText().equals("EXTERNAL_TABLE"))
        .allMatch(table -> table.at("/DatabaseName").asText().equals("web"))
        .allMatch(table -> !table.at("/StorageDescriptor/InputFormat").asText().isEmpty())
        .allMatch(
            table -> !table.at("/StorageDescriptor/SerdeInfo/SerializationLibrary").isMissingNode())
        .allMatch(table -> !table.at("/Parameters/classification").asText().isEmpty());
  }

  @Test
  void everyLocationHasItsFile() throws IOException {
    for (String table : tables().keySet()) {
      for (JsonNode partition : partitions(table)) {
        Path folder = lake.resolve(partition.at("/StorageDescriptor/Location").asText());
        assertThat(folder).isNotEmptyDirectory();
        String key = table(table).at("/PartitionKeys/0/Name").asText();
        String value = partition.at("/Values/0").asText();
        assertThat(folder.getFileName()).hasToString(key + "=" + value);
      }
    }
    assertThat(lake.resolve("data/web/campaigns")).isNotEmptyDirectory();
    assertThat(lake.resolve("catalog/web.campaigns.partitions.json")).doesNotExist();
  }

  @Test
  void onlyTheListedPartitionsAreStale() throws IOException {
    Map<String, List<String>> stale = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : tables().entrySet()) {
      for (JsonNode partition : partitions(table.getKey())) {
        if (!columns(partition).equals(columns(table.getValue()))) {
          stale
              .computeIfAbsent(table.getKey(), name -> new ArrayList<>())
              .add(partition.at("/Values/0").asText());
        }
      }
    }
    assertThat(stale).isEqualTo(Drifts.STALE_PARTITIONS);
    assertThat(stale.values())
        .allSatisfy(values -> assertThat(values).allMatch(value -> value.startsWith("2019-03-26")));
  }

  @Test
  void stalePartitionsKeepTheOldTypes() throws IOException {
    JsonNode first = partitions("ad_events").get(0);
    assertThat(columns(first).toString())
        .contains("{\"Name\":\"user_id\",\"Type\":\"int\"}")
        .doesNotContain("placement", "referrer", "browser", "deal_id");
    assertThat(columns(table("ad_events")).toString())
        .contains("{\"Name\":\"user_id\",\"Type\":\"bigint\"}")
        .contains("placement", "referrer", "browser:string>", "deal_id:string>>");
  }

  @Test
  void avroLiteralsNameTheColumnsBesideThem() throws IOException {
    List<JsonNode> entries = new ArrayList<>(partitions("ad_events"));
    entries.add(table("ad_events"));
    for (JsonNode entry : entries) {
      String literal =
          entry.at("/StorageDescriptor/SerdeInfo/Parameters").path("avro.schema.literal").asText();
      assertThat(new Schema.Parser().parse(literal).getFields())
          .extracting(Schema.Field::name)
          .isEqualTo(columns(entry).findValuesAsText("Name"));
    }
  }

  @Test
  void theAvroUrlLeadsToASchemaInTheLake() throws IOException {
    JsonNode parameters = table("ad_events_by_url").at("/StorageDescriptor/SerdeInfo/Parameters");
    assertThat(parameters.has("avro.schema.literal")).isFalse();
    Path file = lake.resolve(parameters.path("avro.schema.url").asText());
    Schema schema = new Schema.Parser().parse(Files.readString(file));
    assertThat(schema.getFields())
        .extracting(Schema.Field::name)
        .isEqualTo(columns(table("ad_events_by_url")).findValuesAsText("Name"));
  }

  @Test
  void readmeNamesTablesAndDrifts() throws IOException {
    String readme = Files.readString(lake.resolve("README.md"));
    tables().keySet().forEach(table -> assertThat(readme).contains("| web." + table + " |"));
    ExampleLake.DRIFTS.forEach(drift -> assertThat(readme).contains(drift.path()));
  }

  private static Map<String, JsonNode> tables() throws IOException {
    Map<String, JsonNode> tables = new HashMap<>();
    JSON.readTree(lake.resolve("catalog/web.tables.json").toFile())
        .get("TableList")
        .forEach(table -> tables.put(table.get("Name").asText(), table));
    return tables;
  }

  private static JsonNode table(String name) throws IOException {
    return requireNonNull(tables().get(name));
  }

  private static List<JsonNode> partitions(String table) throws IOException {
    Path file = lake.resolve("catalog/web." + table + ".partitions.json");
    List<JsonNode> partitions = new ArrayList<>();
    if (Files.exists(file)) {
      JSON.readTree(file.toFile()).get("Partitions").forEach(partitions::add);
    }
    return partitions;
  }

  private static JsonNode columns(JsonNode entry) {
    return entry.at("/StorageDescriptor/Columns");
  }
}
