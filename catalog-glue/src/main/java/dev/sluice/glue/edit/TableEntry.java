package dev.sluice.glue.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A table's entry, as partitions inherit from it. The entry itself is never changed here. */
public record TableEntry(ObjectNode entry) {
  /** SerDe parameters that repeat the columns. */
  private static final List<String> OF_COLUMNS =
      List.of("avro.schema.literal", "avro.schema.url", "paths");

  private static final String SERDE = "SerdeInfo";
  private static final String PARAMETERS = "Parameters";

  private JsonNode descriptor() {
    return entry.path("StorageDescriptor");
  }

  /** The partition's entry with the table's columns. */
  JsonNode inheritedBy(ObjectNode partition) {
    ObjectNode edited = partition.deepCopy();
    if (!(edited.get("StorageDescriptor") instanceof ObjectNode own)) {
      return partition;
    }
    own.set("Columns", descriptor().path("Columns").deepCopy());
    JsonNode serde = descriptor().path(SERDE);
    if (own.get(SERDE) instanceof ObjectNode ownSerde && isSame(serde, ownSerde)) {
      OF_COLUMNS.forEach(key -> follow(key, serde.path(PARAMETERS), ownSerde));
    }
    return edited.equals(partition) ? partition : edited;
  }

  private static boolean isSame(JsonNode serde, JsonNode own) {
    String library = "SerializationLibrary";
    return serde.path(library).equals(own.path(library));
  }

  private static void follow(String key, JsonNode parameters, ObjectNode ownSerde) {
    JsonNode value = parameters.path(key);
    if (ownSerde.get(PARAMETERS) instanceof ObjectNode own) {
      if (value.isMissingNode()) {
        own.remove(key);
      } else {
        own.set(key, value);
      }
    } else if (!value.isMissingNode()) {
      ownSerde.putObject(PARAMETERS).set(key, value);
    }
  }

  /** A new partition's entry. */
  ObjectNode partition(List<String> values, String path) {
    ObjectNode partition = JsonNodeFactory.instance.objectNode();
    values.forEach(partition.putArray("Values")::add);
    copy("DatabaseName", "DatabaseName", partition);
    copy("Name", "TableName", partition);
    ObjectNode descriptor = partition.putObject("StorageDescriptor");
    descriptor.setAll((ObjectNode) descriptor().deepCopy());
    String location = descriptor.path("Location").asText();
    descriptor.put("Location", location + (location.endsWith("/") ? "" : "/") + path);
    partition.putObject(PARAMETERS);
    copy("CatalogId", "CatalogId", partition);
    return partition;
  }

  private void copy(String from, String to, ObjectNode partition) {
    JsonNode value = entry.path(from);
    if (!value.isMissingNode()) {
      partition.set(to, value);
    }
  }
}
