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
 * @param drift where the schemas of what is read disagree with the table's
 * @param files what was found at each selected partition's location, in their order, or at the
 *     location of a table without partitions; empty when nothing was looked into
 */
public record TableScan(
    Table table,
    List<String> columns,
    @Nullable String partitionsUnknown,
    OptionalLong totalPartitions,
    List<Partition> partitions,
    List<KeyRanges> ranges,
    List<Drift> drift,
    List<LocationFiles> files) {
  public TableScan {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
    ranges = List.copyOf(ranges);
    drift = List.copyOf(drift);
    files = List.copyOf(files);
  }

  /** A scan whose files were not looked into. */
  public TableScan(
      Table table,
      List<String> columns,
      @Nullable String partitionsUnknown,
      OptionalLong totalPartitions,
      List<Partition> partitions,
      List<KeyRanges> ranges,
      List<Drift> drift) {
    this(table, columns, partitionsUnknown, totalPartitions, partitions, ranges, drift, List.of());
  }

  public boolean partitionsKnown() {
    return partitionsUnknown == null;
  }
}
