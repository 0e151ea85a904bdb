package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** What Glue takes to make a table or a partition, out of an entry as it prints it. */
final class GlueInputs {
  private GlueInputs() {}

  static TableInput table(String name, JsonNode entry) {
    return TableInput.builder()
        .name(name)
        .tableType(entry.path("TableType").textValue())
        .parameters(texts(entry.path("Parameters")))
        .partitionKeys(columns(entry.path("PartitionKeys")))
        .storageDescriptor(storage(entry.path("StorageDescriptor")))
        .build();
  }

  static PartitionInput partition(JsonNode entry) {
    List<String> values = new ArrayList<>();
    entry.path("Values").forEach(value -> values.add(value.asText()));
    return PartitionInput.builder()
        .values(values)
        .parameters(texts(entry.path("Parameters")))
        .storageDescriptor(storage(entry.path("StorageDescriptor")))
        .build();
  }

  private static StorageDescriptor storage(JsonNode entry) {
    JsonNode serde = entry.path("SerdeInfo");
    return StorageDescriptor.builder()
        .columns(columns(entry.path("Columns")))
        .location(entry.path("Location").textValue())
        .inputFormat(entry.path("InputFormat").textValue())
        .outputFormat(entry.path("OutputFormat").textValue())
        .compressed(entry.path("Compressed").asBoolean())
        .numberOfBuckets(entry.path("NumberOfBuckets").asInt(-1))
        .parameters(texts(entry.path("Parameters")))
        .serdeInfo(
            SerDeInfo.builder()
                .serializationLibrary(serde.path("SerializationLibrary").textValue())
                .parameters(texts(serde.path("Parameters")))
                .build())
        .storedAsSubDirectories(entry.path("StoredAsSubDirectories").asBoolean())
        .build();
  }

  private static List<Column> columns(JsonNode entries) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode entry : entries) {
      columns.add(
          Column.builder()
              .name(entry.path("Name").asText())
              .type(entry.path("Type").asText())
              .build());
    }
    return columns;
  }

  private static Map<String, String> texts(JsonNode entries) {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
