package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table and its partitions. Entries are replaced and never changed, so that they may be sent
 * while others write. Not shareable between threads but under the catalog's lock.
 */
final class StoredTable {
  private ObjectNode entry;
  private final List<ObjectNode> partitions = new ArrayList<>();
  private final Map<List<String>, Integer> places = new HashMap<>();

  StoredTable(ObjectNode entry) {
    this.entry = entry;
  }

  ObjectNode entry() {
    return entry;
  }

  void replace(ObjectNode changed) {
    entry = changed;
  }

  JsonNode keys() {
    return entry.path("PartitionKeys");
  }

  List<ObjectNode> partitions() {
    return partitions;
  }

  @Nullable ObjectNode partition(List<String> values) {
    Integer place = places.get(values);
    return place == null ? null : partitions.get(place);
  }

  /** Puts a partition last, or where the one of its values was. */
  void put(ObjectNode partition) {
    List<String> values = values(partition.path("Values"));
    Integer place = places.putIfAbsent(values, partitions.size());
    if (place == null) {
      partitions.add(partition);
    } else {
      partitions.set(place, partition);
    }
  }

  /** Whether there was one. */
  boolean remove(List<String> values) {
    if (!places.containsKey(values)) {
      return false;
    }
    List<ObjectNode> rest = new ArrayList<>(partitions);
    rest.remove((int) places.get(values));
    partitions.clear();
    places.clear();
    rest.forEach(this::put);
    return true;
  }

  static List<String> values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asText()));
    return values;
  }
}
