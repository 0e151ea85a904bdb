package dev.sluice.conversion;

import dev.sluice.ConvertedTable;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be converted.
 *
 * @param source the table
 * @param where a condition over its partition keys, as SQL; empty for all partitions
 * @param partitions the values of the only partitions that are converted; empty for all that {@code
 *     where} selects
 * @param target the table to make or to keep up; empty for the source's name and {@code _converted}
 * @param location the folder of the target's files; empty for one beside the source's
 * @param format Parquet or ORC
 * @param sortedBy columns of the target by which the rows of each file are sorted
 * @param flatten whether fields of structs become columns
 * @param explode the path of an array whose elements become rows, through structs by dots
 */
public record ConversionOrder(
    TableName source,
    Optional<String> where,
    Optional<Set<List<String>>> partitions,
    Optional<TableName> target,
    Optional<String> location,
    TableFormat format,
    List<String> sortedBy,
    boolean flatten,
    Optional<String> explode) {
  public ConversionOrder {
    partitions = partitions.map(Set::copyOf);
    sortedBy = List.copyOf(sortedBy);
  }

  /** A whole table to Parquet, under its usual name, its rows as they are. */
  public static ConversionOrder of(TableName source) {
    return new ConversionOrder(
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TableFormat.PARQUET,
        List.of(),
        false,
        Optional.empty());
  }

  public ConversionOrder withWhere(String condition) {
    return new ConversionOrder(
        source,
        Optional.of(condition),
        partitions,
        target,
        location,
        format,
        sortedBy,
        flatten,
        explode);
  }

  public ConversionOrder withTarget(TableName name) {
    return new ConversionOrder(
        source, where, partitions, Optional.of(name), location, format, sortedBy, flatten, explode);
  }

  /** Of these partitions only. */
  public ConversionOrder withPartitions(Set<List<String>> values) {
    return new ConversionOrder(
        source, where, Optional.of(values), target, location, format, sortedBy, flatten, explode);
  }

  boolean selects(List<String> values) {
    return partitions.map(only -> only.contains(values)).orElse(true);
  }

  /** To a folder of one's choice. */
  public ConversionOrder withLocation(String folder) {
    return new ConversionOrder(
        source, where, partitions, target, Optional.of(folder), format, sortedBy, flatten, explode);
  }

  public ConversionOrder withFormat(TableFormat newFormat) {
    return new ConversionOrder(
        source, where, partitions, target, location, newFormat, sortedBy, flatten, explode);
  }

  public ConversionOrder withSortedBy(List<String> columns) {
    return new ConversionOrder(
        source, where, partitions, target, location, format, columns, flatten, explode);
  }

  public ConversionOrder withFlatten(boolean newFlatten) {
    return new ConversionOrder(
        source, where, partitions, target, location, format, sortedBy, newFlatten, explode);
  }

  public ConversionOrder withExplode(String path) {
    return new ConversionOrder(
        source, where, partitions, target, location, format, sortedBy, flatten, Optional.of(path));
  }

  /** The name of the table that is made. */
  public TableName twin() {
    return target.orElseGet(() -> ConvertedTable.usualName(source));
  }

  /** What rows become, in a word for the catalog; tables of different words hold different rows. */
  String shape() {
    return (flatten ? "flat" : ConvertedTable.SAME_ROWS)
        + explode.map(path -> ", a row an element of " + path).orElse("");
  }
}
