package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Column;
import dev.sluice.HiddenColumns;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes partitions of the entries of Glue's {@code Partitions}. One instance reads one table's
 * listing, and partitions that agree share their lists of columns and their parameters, so that a
 * hundred thousand of them take little memory. Not shareable between threads.
 */
public final class GluePartitions {
  private final Table table;
  private final int keys;
  private final Map<String, String> tableParameters;
  private final GlueStorage storages;
  private final GlueColumns columns = new GlueColumns();
  private final Map<JsonNode, List<Column>> columnLists = new HashMap<>();
  private final Map<Map<String, String>, Map<String, String>> shared = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param table whose partitions they are; its parameters tell what holds for all of them
   * @param locations makes a location one that needs no further knowledge to be opened; may throw
   *     {@link IllegalArgumentException} for one that cannot be
   */
  public GluePartitions(Table table, UnaryOperator<String> locations) {
    this.table = table;
    this.keys = table.partitionKeys().size();
    this.tableParameters = table.parameters();
    this.storages = new GlueStorage(locations);
  }

  /**
   * The partition of one entry. A partition without a list of columns has none here either: what
   * its files hold is then not known.
   *
   * @throws GlueEntryException when it cannot be told which rows it holds, or where they are
   */
  public Partition partition(JsonNode entry) throws GlueEntryException {
    List<String> values = values(entry);
    JsonNode descriptor = entry.path("StorageDescriptor");
    if (!descriptor.isObject()) {
      throw new GlueEntryException(values + " has no StorageDescriptor");
    }
    Map<String, String> parameters = texts(GlueJson.texts(entry, "Parameters"));
    Storage storage = storage(values, descriptor, parameters);
    return new Partition(values, columns(values, descriptor.path("Columns")), storage, parameters);
  }

  /**
   * What the partition keys are in the partition of one entry.
   *
   * @throws GlueEntryException when it has another number of them than the table has keys
   */
  public List<String> values(JsonNode entry) throws GlueEntryException {
    JsonNode list = entry.path("Values");
    List<String> values = new ArrayList<>(keys);
    for (JsonNode value : list) {
      if (!value.isTextual()) {
        throw new GlueEntryException("has Values " + list + ", which are not all texts");
      }
      values.add(text(value.textValue()));
    }
    if (!list.isArray() || values.size() != keys) {
      throw new GlueEntryException(
          "has %d Values %s, but the table has %d partition keys"
              .formatted(values.size(), values, keys));
    }
    return List.copyOf(values);
  }

  private List<Column> columns(List<String> values, JsonNode list) throws GlueEntryException {
    List<Column> known = columnLists.get(list);
    if (known != null) {
      return known;
    }
    List<String> problems = new ArrayList<>();
    List<Column> read = columns.read(list, "Columns", problems);
    if (!problems.isEmpty()) {
      throw new GlueEntryException(values + ": " + String.join("; ", problems));
    }
    List<Column> shown = HiddenColumns.concealed(table, read);
    columnLists.put(list, shown);
    return shown;
  }

  private Storage storage(List<String> values, JsonNode descriptor, Map<String, String> parameters)
      throws GlueEntryException {
    Storage storage;
    try {
      storage = storages.ofPartition(descriptor, parameters, tableParameters);
    } catch (IllegalArgumentException e) {
      throw new GlueEntryException(values + ": " + e.getMessage());
    }
    if (storage.location() == null) {
      // Left as it is, it would read as a partition without rows.
      throw new GlueEntryException(values + " has no Location");
    }
    return new Storage(
        storage.format(),
        storage.location(),
        storage.inputFormat() == null ? null : text(storage.inputFormat()),
        storage.serde() == null ? null : text(storage.serde()),
        shared.computeIfAbsent(storage.parameters(), parametersOfAll -> parametersOfAll),
        storage.declaredMapping());
  }

  /** The same map made of texts that are kept once: crawlers write a dozen to each partition. */
  private Map<String, String> texts(Map<String, String> read) {
    Map<String, String> kept = new HashMap<>();
    read.forEach((key, value) -> kept.put(text(key), text(value)));
    return Map.copyOf(kept);
  }

  private String text(String read) {
    return texts.computeIfAbsent(read, kept -> kept);
  }
}
