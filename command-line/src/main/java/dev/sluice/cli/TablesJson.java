package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Column;
import dev.sluice.Partition;
import java.util.List;
import java.util.TreeMap;

/** What {@code tables --format json} prints: the same object for each table, listed or alone. */
final class TablesJson {
  private TablesJson() {}

  /**
   * @param problems what is wrong with databases that could not be read
   */
  static ObjectNode of(List<TableSummary> tables, List<String> problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("schema", 1);
    ArrayNode array = document.putArray("tables");
    tables.forEach(table -> add(array.addObject(), table));
    problems.forEach(document.putArray("problems")::add);
    return document;
  }

  private static void add(ObjectNode node, TableSummary summary) {
    node.put("table", summary.table().toString());
    node.put("format", summary.format());
    node.put("location", summary.table().storage().location());
    node.put("columnsBy", summary.declaredReadMode().orElse(null));
    columns(node.putArray("columns"), summary.table().columns());
    columns(node.putArray("partitionKeys"), summary.table().partitionKeys());
    partitions(node, summary);
    summary
        .table()
        .projection()
        .ifPresentOrElse(
            projection -> {
              ObjectNode properties = node.putObject("projection");
              new TreeMap<>(projection.properties()).forEach(properties::put);
            },
            () -> node.putNull("projection"));
    node.put("lakeFormation", summary.table().isUnderLakeFormation());
    node.put("lakeFormation", summary.table().isUnderLakeFormation());
    node.put("problem", summary.table().problem().orElse(null));
  }

  private static void columns(ArrayNode array, List<Column> columns) {
    for (Column column : columns) {
      ObjectNode node = array.addObject();
      node.put("name", column.name());
      node.put("type", column.type().toString());
      node.put("comment", column.comment());
    }
  }

  private static void partitions(ObjectNode node, TableSummary summary) {
    ObjectNode partitionsNode = node.putObject("partitions");
    List<Partition> partitions = summary.partitions();
    if (partitions == null) {
      partitionsNode.putNull("total").putNull("first").putNull("last").putNull("differing");
      partitionsNode.put("unknown", summary.partitionsUnknown());
      return;
    }
    partitionsNode.put("total", partitions.size());
    if (partitions.isEmpty()) {
      partitionsNode.putNull("first").putNull("last");
    } else {
      values(partitionsNode.putArray("first"), partitions.get(0));
      values(partitionsNode.putArray("last"), partitions.get(partitions.size() - 1));
    }
    partitionsNode.put("differing", summary.differing());
    partitionsNode.putNull("unknown");
  }

  private static void values(ArrayNode array, Partition partition) {
    partition.values().forEach(array::add);
  }
}
