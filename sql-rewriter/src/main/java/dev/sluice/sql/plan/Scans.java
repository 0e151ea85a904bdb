package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.matrix.SchemaDrift;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.parse.DeepStack;
import dev.sluice.sql.prune.Pruning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out what a query reads of each table that it names. Belongs to one planning; not shareable
 * between threads.
 */
final class Scans {
  private final Catalog catalog;
  private final BoundQuery bound;
  private final Pruning pruning;
  private final int levels;
  private boolean byClock;

  /**
   * @param levels of the query's tree: partitions are asked its conditions on a stack that holds
   *     them
   */
  Scans(Catalog catalog, BoundQuery bound, Pruning pruning, int levels) {
    this.catalog = catalog;
    this.bound = bound;
    this.pruning = pruning;
    this.levels = levels;
  }

  /** Whether other partitions would be selected if the clock could show any time. */
  boolean areByClock() {
    return byClock;
  }

  /** One scan a table, in the order of the text. */
  List<TableScan> all() {
    Map<TableName, Table> tables = new LinkedHashMap<>();
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem tableItem) {
        tables.put(tableItem.table().name(), tableItem.table());
      }
    }
    List<TableScan> scans = new ArrayList<>();
    tables.values().forEach(table -> scans.add(scan(table)));
    return scans;
  }

  private TableScan scan(Table table) {
    List<KeyRanges> ranges = pruning.ranges(table);
    if (!table.isPartitioned()) {
      return new TableScan(
          table, columns(table), true, OptionalLong.empty(), List.of(), ranges, List.of());
    }
    Partitions partitions = catalog.partitions(table, ranges);
    if (partitions instanceof Partitions.Known known) {
      List<Partition> selected = DeepStack.call(levels, () -> selected(table, known, ranges));
      return new TableScan(
          table,
          columns(table),
          true,
          known.total(),
          selected,
          ranges,
          SchemaDrift.across(table.columns(), selected));
    }
    byClock |= pruning.isByClock(table, List.of());
    return new TableScan(
        table, columns(table), false, OptionalLong.empty(), List.of(), ranges, List.of());
  }

  private List<Partition> selected(Table table, Partitions.Known known, List<KeyRanges> ranges) {
    Predicate<List<String>> selector = pruning.selector(table);
    List<Partition> selected = new ArrayList<>();
    List<Partition> leftOut = new ArrayList<>();
    for (Partition one : known.listed()) {
      if (isWithin(table, one, ranges)) {
        (selector.test(one.values()) ? selected : leftOut).add(one);
      }
    }
    byClock |= pruning.isByClock(table, leftOut);
    return selected;
  }

  private static boolean isWithin(Table table, Partition partition, List<KeyRanges> ranges) {
    for (KeyRanges range : ranges) {
      for (int i = 0; i < table.partitionKeys().size(); i++) {
        boolean same = table.partitionKeys().get(i).name().equals(range.key());
        if (same && !range.contains(partition.values().get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private List<String> columns(Table table) {
    Set<String> read =
        bound.references().stream()
            .filter(reference -> isOf(reference, table))
            .map(ColumnReference::column)
            .collect(Collectors.toSet());
    return table.allColumns().stream().map(Column::name).filter(read::contains).toList();
  }

  private static boolean isOf(ColumnReference reference, Table table) {
    return reference.item() instanceof FromItem.TableItem item
        && item.table().name().equals(table.name());
  }
}
