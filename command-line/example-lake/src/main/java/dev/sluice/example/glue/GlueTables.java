package dev.sluice.example.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.example.format.Type;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code aws glue get-tables} and {@code aws glue get-partitions} print. */
final class GlueTables {
  private static final String ACCOUNT = "123456789012";
  private static final String CREATED = "2019-03-26T01:20:00+00:00";
  private static final String UPDATED = "2019-03-29T00:20:00+00:00";

  private GlueTables() {}

  static ObjectNode tables(List<WrittenTable> tables) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("TableList");
    tables.forEach(table -> list.add(table(table)));
    return answer;
  }

  static ObjectNode partitions(WrittenTable written) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("Partitions");
    written.rowCounts().forEach((part, rows) -> list.add(partition(written.table(), part, rows)));
    return answer;
  }

  private static ObjectNode table(WrittenTable written) {
    ExampleTable table = written.table();
    Map<String, String> parameters =
        parameters(table.format(), written.rowCounts().size(), written.rows());
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("Name", table.name());
    node.put("DatabaseName", ExampleTable.DATABASE);
    node.put("Owner", "owner");
    node.put("CreateTime", CREATED);
    node.put("UpdateTime", UPDATED);
    node.put("LastAccessTime", UPDATED);
    node.put("Retention", 0);
    node.set(
        "StorageDescriptor",
        GlueStorage.descriptor(table, table.columns(), table.location(), parameters));
    ArrayNode keys = node.putArray("PartitionKeys");
    if (table.partitionKey() != null) {
      keys.addObject().put("Name", table.partitionKey()).put("Type", Type.Scalar.STRING.hive());
    }
    node.put("TableType", "EXTERNAL_TABLE");
    ObjectNode own = node.putObject("Parameters");
    parameters.forEach(own::put);
    node.put("CreatedBy", "arn:aws:sts::" + ACCOUNT + ":assumed-role/crawler/AWS-Crawler");
    node.put("IsRegisteredWithLakeFormation", false);
    node.put("CatalogId", ACCOUNT);
    node.put("VersionId", "1");
    return node;
  }

  private static ObjectNode partition(ExampleTable table, ExampleTable.Part part, int rows) {
    Map<String, String> parameters = parameters(table.format(), 1, rows);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putArray("Values").add(part.value());
    node.put("DatabaseName", ExampleTable.DATABASE);
    node.put("TableName", table.name());
    node.put("CreationTime", UPDATED);
    node.put("LastAccessTime", UPDATED);
    node.set(
        "StorageDescriptor",
        GlueStorage.descriptor(table, part.catalogColumns(), table.location(part), parameters));
    ObjectNode own = node.putObject("Parameters");
    parameters.forEach(own::put);
    node.put("CatalogId", ACCOUNT);
    return node;
  }

  /** As a crawler leaves them, but without sizes: those may depend on the Java that compressed. */
  private static Map<String, String> parameters(Format format, int files, int rows) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("CrawlerSchemaDeserializerVersion", "1.0");
    parameters.put("CrawlerSchemaSerializerVersion", "1.0");
    parameters.put("UPDATED_BY_CRAWLER", "web");
    parameters.put("classification", format.extension());
    parameters.put("compressionType", "none");
    if (format == Format.CSV) {
      parameters.put("areColumnsQuoted", "false");
      parameters.put("columnsOrdered", "true");
      parameters.put("delimiter", ",");
    }
    if (format == Format.ORC) {
      parameters.put("orc.schema.resolution", "name");
    }
    parameters.put("objectCount", Integer.toString(files));
    parameters.put("recordCount", Integer.toString(rows));
    parameters.put("typeOfData", "file");
    return parameters;
  }
}
