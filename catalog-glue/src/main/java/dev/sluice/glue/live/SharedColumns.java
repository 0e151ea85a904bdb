package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets entries of partitions share their lists of columns, of which thousands of them have few:
 * they would be most of what a listing takes of memory. Safe for use by several threads, while
 * nobody changes the entries.
 */
final class SharedColumns {
  private final Map<JsonNode, JsonNode> seen = new ConcurrentHashMap<>();

  /** The entry itself, with columns that others may have too. */
  <T extends JsonNode> T in(T partition) {
    if (partition.get("StorageDescriptor") instanceof ObjectNode descriptor
        && descriptor.get("Columns") instanceof ArrayNode columns) {
      descriptor.set("Columns", seen.computeIfAbsent(columns, first -> first));
    }
    return partition;
  }
}
