package dev.sluice.conversion;

import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What is to be converted.
 *
 * @param source the table
 * @param where a condition over its partition keys, as SQL; empty for all partitions
 * @param target the table to make or to keep up; empty for the source's name and {@code _converted}
 * @param location the folder of the target's files; empty for one beside the source's
 * @param format Parquet or ORC
 * @param sortedBy columns by which the rows of each file are sorted
 */
public record ConversionOrder(
    TableName source,
    Optional<String> where,
    Optional<TableName> target,
    Optional<String> location,
    TableFormat format,
    List<String> sortedBy) {
  public ConversionOrder {
    sortedBy = List.copyOf(sortedBy);
  }

  /** A whole table to Parquet, under its usual name. */
  public static ConversionOrder of(TableName source) {
    return new ConversionOrder(
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TableFormat.PARQUET,
        List.of());
  }

  public ConversionOrder where(String condition) {
    return new ConversionOrder(source, Optional.of(condition), target, location, format, sortedBy);
  }

  /** The name of the table that is made. */
  public TableName twin() {
    return target.orElseGet(() -> new TableName(source.database(), source.table() + "_converted"));
  }
}
