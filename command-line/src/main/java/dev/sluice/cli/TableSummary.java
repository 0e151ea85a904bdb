package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table and what is known of its partitions.
 *
 * @param partitions the partitions, first values first; null when not known
 * @param partitionsUnknown why they are not known; null when they are, or for no partitioned table
 */
record TableSummary(
    Table table, @Nullable List<Partition> partitions, @Nullable String partitionsUnknown) {

  static TableSummary of(Catalog catalog, Table table) {
    if (!table.isPartitioned()) {
      return new TableSummary(table, null, null);
    }
    List<KeyRanges> everything =
        table.partitionKeys().stream().map(key -> KeyRanges.all(key.name())).toList();
    try {
      Partitions answer = catalog.partitions(table, everything);
      if (answer instanceof Partitions.Known known) {
        return new TableSummary(table, sorted(known.listed()), null);
      }
      return new TableSummary(table, null, ((Partitions.Unknown) answer).why());
    } catch (SluiceException unreadable) {
      // Only a query that touches the table fails; the others, and this one's columns, are there.
      return new TableSummary(table, null, unreadable.getMessage());
    }
  }

  private static List<Partition> sorted(List<Partition> partitions) {
    Comparator<Partition> byValues =
        (left, right) -> {
          for (int i = 0; i < Math.min(left.values().size(), right.values().size()); i++) {
            int order = KeyRanges.compare(left.values().get(i), right.values().get(i));
            if (order != 0) {
              return order;
            }
          }
          return Integer.compare(left.values().size(), right.values().size());
        };
    return partitions.stream().sorted(byValues).toList();
  }

  String format() {
    return PlanJson.lower(table.storage().format());
  }

  List<String> keyNames() {
    return table.partitionKeys().stream().map(Column::name).toList();
  }

  /** {@code name} or {@code position} where the table says so itself. */
  Optional<String> declaredReadMode() {
    return Optional.ofNullable(table.storage().declaredMapping()).map(TableSummary::word);
  }

  private static String word(ColumnMapping mapping) {
    return switch (mapping) {
      case BY_NAME -> "name";
      case BY_POSITION -> "position";
    };
  }

  /** How many partitions have other columns than the table. */
  long differing() {
    return partitions == null
        ? 0
        : partitions.stream().filter(partition -> !sameColumns(partition)).count();
  }

  private boolean sameColumns(Partition partition) {
    return shape(partition.columns()).equals(shape(table.columns()));
  }

  /** Comments do not count. */
  private static String shape(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " " + column.type().hive())
        .collect(Collectors.joining(","));
  }
}
