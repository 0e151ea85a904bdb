package dev.sluice;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a query reads of one table.
 *
 * @param columns names of the columns that the query reads, in the table's order
 * @param partitionsUnknown why it is not known which partitions the table has; null if it is, and
 *     for an unpartitioned table
 * @param totalPartitions empty when not known, or when the table is not partitioned
 * @param partitions the selected partitions; empty for an unpartitioned table, or when not known
 * @param ranges the ranges that selected them, one for each narrowed key
 */
public record TableScan(
    Table table,
    List<String> columns,
    @Nullable String partitionsUnknown,
    OptionalLong totalPartitions,
    List<Partition> partitions,
    List<KeyRanges> ranges,
    List<Drift> drift) {
  public TableScan {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
    ranges = List.copyOf(ranges);
    drift = List.copyOf(drift);
  }

  public boolean partitionsKnown() {
    return partitionsUnknown == null;
  }
}
