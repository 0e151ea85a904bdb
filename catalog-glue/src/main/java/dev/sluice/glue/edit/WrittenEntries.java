package dev.sluice.glue.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Column;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Entries of tables whose files Sluice has written, as the AWS command prints them. */
public final class WrittenEntries {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String HIVE = "org.apache.hadoop.hive.ql.io.";

  private final UnaryOperator<String> locations;

  /**
   * @param locations gives a location as the catalog is to hold it
   */
  public WrittenEntries(UnaryOperator<String> locations) {
    this.locations = locations;
  }

  /** A table's, without what Glue adds by itself. */
  public ObjectNode table(Table table) {
    ObjectNode entry = NODES.objectNode();
    entry.put("Name", table.name().table());
    entry.put("DatabaseName", table.name().database());
    entry.set("StorageDescriptor", descriptor(table.columns(), table.storage()));
    entry.set("PartitionKeys", columns(table.partitionKeys()));
    entry.put("TableType", "EXTERNAL_TABLE");
    entry.set("Parameters", parameters(classified(table)));
    return entry;
  }

  /** A partition's. */
  public ObjectNode partition(Table table, Partition partition) {
    ObjectNode entry = NODES.objectNode();
    ArrayNode values = entry.putArray("Values");
    partition.values().forEach(values::add);
    entry.put("DatabaseName", table.name().database());
    entry.put("TableName", table.name().table());
    entry.set("StorageDescriptor", descriptor(partition.columns(), partition.storage()));
    entry.set("Parameters", parameters(partition.parameters()));
    return entry;
  }

  /** Parameters in the order of their names, so that the same are the same text. */
  static ObjectNode parameters(Map<String, String> parameters) {
    ObjectNode node = NODES.objectNode();
    new TreeMap<>(parameters).forEach(node::put);
    return node;
  }

  static ArrayNode columns(List<Column> columns) {
    ArrayNode list = NODES.arrayNode();
    for (Column column : columns) {
      ObjectNode node = list.addObject().put("Name", column.name());
      node.put("Type", column.type().hive());
      if (column.comment() != null) {
        node.put("Comment", column.comment());
      }
    }
    return list;
  }

  private static Map<String, String> classified(Table table) {
    Map<String, String> parameters = new TreeMap<>(table.parameters());
    parameters.put("EXTERNAL", "TRUE");
    parameters.put(
        "classification", table.storage().format() == TableFormat.ORC ? "orc" : "parquet");
    return parameters;
  }

  private ObjectNode descriptor(List<Column> columns, Storage storage) {
    String location = storage.location();
    if (location == null) {
      throw new IllegalArgumentException("What is written has a location");
    }
    ObjectNode descriptor = NODES.objectNode();
    descriptor.set("Columns", columns(columns));
    descriptor.put("Location", locations.apply(location));
    ObjectNode serde;
    switch (storage.format()) {
      case PARQUET -> {
        descriptor.put("InputFormat", HIVE + "parquet.MapredParquetInputFormat");
        descriptor.put("OutputFormat", HIVE + "parquet.MapredParquetOutputFormat");
        serde = descriptor.putObject("SerdeInfo");
        serde.put("SerializationLibrary", HIVE + "parquet.serde.ParquetHiveSerDe");
      }
      case ORC -> {
        descriptor.put("InputFormat", HIVE + "orc.OrcInputFormat");
        descriptor.put("OutputFormat", HIVE + "orc.OrcOutputFormat");
        serde = descriptor.putObject("SerdeInfo");
        serde.put("SerializationLibrary", HIVE + "orc.OrcSerde");
      }
      default -> throw new IllegalArgumentException("No files are written as " + storage.format());
    }
    serde.set("Parameters", parameters(storage.parameters()));
    // As crawlers write them; Trino 411 fails on an entry without NumberOfBuckets (tried
    // 2026-11-28).
    descriptor.put("Compressed", false);
    descriptor.put("NumberOfBuckets", -1);
    descriptor.putArray("BucketColumns");
    descriptor.putArray("SortColumns");
    descriptor.putObject("Parameters");
    descriptor.put("StoredAsSubDirectories", false);
    return descriptor;
  }
}
