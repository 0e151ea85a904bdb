package dev.sluice;

import java.util.List;
import java.util.Map;

/**
 * One partition: its own copy of the columns and of the storage, which may disagree with the
 * table's.
 *
 * @param values one value a partition key, in the order of {@link Table#partitionKeys()}
 * @param columns the columns as this partition has them, without the partition keys
 */
public record Partition(
    List<String> values, List<Column> columns, Storage storage, Map<String, String> parameters) {
  public Partition {
    values = List.copyOf(values);
    columns = List.copyOf(columns);
    parameters = Map.copyOf(parameters);
  }
}
