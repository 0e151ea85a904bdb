package dev.sluice.standin.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Entries of Glue as they are on the wire. */
public final class Entries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Entries() {}

  /** An ORC table with columns {@code id} and {@code secret}. */
  public static ObjectNode table(String database, String name, String... keys) {
    ObjectNode table = JSON.objectNode().put("Name", name).put("DatabaseName", database);
    table.put("CatalogId", AwsStandIn.ACCOUNT).put("TableType", "EXTERNAL_TABLE");
    table.put("CreateTime", 1553702400.5).put("VersionId", "0");
    table.putObject("Parameters").put("EXTERNAL", "TRUE");
    ArrayNode partitionKeys = table.putArray("PartitionKeys");
    for (String key : keys) {
      String[] nameAndType = key.split(":");
      partitionKeys
          .addObject()
          .put("Name", nameAndType[0])
          .put("Type", nameAndType.length > 1 ? nameAndType[1] : "string");
    }
    table.set("StorageDescriptor", descriptor("s3://bucket/" + database + "/" + name));
    return table;
  }

  public static ObjectNode partition(ObjectNode table, String... values) {
    ObjectNode partition = JSON.objectNode();
    ArrayNode list = partition.putArray("Values");
    List.of(values).forEach(list::add);
    partition.set("DatabaseName", table.get("DatabaseName"));
    partition.set("TableName", table.get("Name"));
    partition.put("CreationTime", 1553702400).putObject("Parameters").put("recordCount", "1");
    String location = table.path("StorageDescriptor").path("Location").asText();
    partition.set("StorageDescriptor", descriptor(location + "/" + String.join("/", values)));
    return partition;
  }

  /** A link to a table of the same account. */
  public static ObjectNode link(String database, String name, String toDatabase, String toTable) {
    ObjectNode link = JSON.objectNode().put("Name", name).put("DatabaseName", database);
    link.put("CatalogId", AwsStandIn.ACCOUNT);
    link.putObject("TargetTable")
        .put("CatalogId", AwsStandIn.ACCOUNT)
        .put("DatabaseName", toDatabase)
        .put("Name", toTable);
    return link;
  }

  /** Hours from 2015-01-01 on: {@code 2015-01-01-00}. */
  public static List<ObjectNode> hours(ObjectNode table, int number) {
    DateTimeFormatter hour = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH");
    LocalDateTime first = LocalDateTime.of(2015, 1, 1, 0, 0);
    List<ObjectNode> hours = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      hours.add(partition(table, hour.format(first.plusHours(i))));
    }
    return hours;
  }

  private static ObjectNode descriptor(String location) {
    ObjectNode descriptor = JSON.objectNode().put("Location", location);
    ArrayNode columns = descriptor.putArray("Columns");
    columns.addObject().put("Name", "id").put("Type", "bigint");
    columns.addObject().put("Name", "secret").put("Type", "string");
    // Trino cannot do without it, and crawlers write it always.
    descriptor.put("NumberOfBuckets", -1);
    descriptor.put("InputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat");
    descriptor
        .putObject("SerdeInfo")
        .put("SerializationLibrary", "org.apache.hadoop.hive.ql.io.orc.OrcSerde");
    return descriptor;
  }
}
