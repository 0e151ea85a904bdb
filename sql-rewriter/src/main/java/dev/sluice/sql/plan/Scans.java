package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.KeyRanges;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.matrix.TableDrift;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.parse.DeepStack;
import dev.sluice.sql.projection.ProjectedPartitions;
import dev.sluice.sql.prune.Pruning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a query reads of each table that it names. Belongs to one planning; not shareable
 * between threads.
 */
final class Scans {
  private final Catalog catalog;
  private final FilesOfScans files;
  private final BoundQuery bound;
  private final Map<TableName, Set<String>> read;
  private final Pruning pruning;
  private final int levels;
  private final Instant now;
  private final KnownDrift knownDrift;
  private final Map<TableName, TableDrift> drift = new HashMap<>();
  private @Nullable Instant holdsUntil;

  /**
   * @param levels of the query's tree: partitions are asked its conditions on a stack that holds
   *     them
   */
  Scans(
      Catalog catalog,
      FilesOfScans files,
      KnownDrift knownDrift,
      BoundQuery bound,
      Pruning pruning,
      int levels,
      Instant now) {
    this.catalog = catalog;
    this.files = files;
    this.knownDrift = knownDrift;
    this.bound = bound;
    this.read = read(bound);
    this.pruning = pruning;
    this.levels = levels;
    this.now = now;
  }

  /** The last time for which they are right; null if they are for ever. */
  @Nullable Instant holdUntil() {
    return holdsUntil;
  }

  /** What was found out of each table that has been scanned. */
  Map<TableName, TableDrift> drift() {
    return drift;
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
      return scan(table, new Partitions.Known(OptionalLong.empty(), List.of()), ranges);
    }
    return scan(table, DeepStack.call(levels, () -> selected(table, ranges)), ranges);
  }

  private TableScan scan(Table table, Partitions partitions, List<KeyRanges> ranges) {
    if (partitions instanceof Partitions.Known known) {
      List<LocationFiles> found = files.of(table, known.listed());
      TableDrift of = knownDrift.of(table, known.listed(), found);
      drift.put(table.name(), of);
      return new TableScan(
          table, columns(table), null, known.total(), known.listed(), ranges, of.counted(), found);
    }
    String why = ((Partitions.Unknown) partitions).why();
    return new TableScan(
        table, columns(table), why, OptionalLong.empty(), List.of(), ranges, List.of());
  }

  /** Of the partitions those that the query needs. */
  private Partitions selected(Table table, List<KeyRanges> ranges) {
    Predicate<List<String>> selector = pruning.selector(table);
    List<List<String>> leftOut = new ArrayList<>();
    Predicate<List<String>> needed =
        values -> {
          boolean selected = selector.test(values);
          if (!selected) {
            leftOut.add(values);
          }
          return selected;
        };
    Partitions partitions =
        table.projection().isPresent()
            ? projected(table, ranges, needed)
            : registered(table, ranges, needed);
    if (pruning.isByClock(table, leftOut)) {
      hold(Pruning.holdsUntil(now));
    }
    return partitions;
  }

  private Partitions registered(
      Table table, List<KeyRanges> ranges, Predicate<List<String>> needed) {
    Partitions partitions = catalog.partitions(table, ranges);
    if (!(partitions instanceof Partitions.Known known)
        || (ranges.isEmpty() && pruning.selectsAll(table))) {
      return partitions;
    }
    return new Partitions.Known(
        known.total(),
        known.listed().stream()
            .filter(one -> isWithin(table, one, ranges) && needed.test(one.values()))
            .toList());
  }

  /**
   * Of a converted table's partitions those that the query would read in the place of a table's.
   */
  List<Partition> selectedAlike(Table table, List<Partition> converted) {
    List<KeyRanges> ranges = pruning.ranges(table);
    Predicate<List<String>> needed = pruning.selector(table);
    return converted.stream()
        .filter(one -> isWithin(table, one, ranges) && needed.test(one.values()))
        .toList();
  }

  /** Athena does not look at registered ones where it computes them. */
  private Partitions projected(
      Table table, List<KeyRanges> ranges, Predicate<List<String>> needed) {
    ProjectedPartitions projected = ProjectedPartitions.of(table, ranges, now);
    if (projected.nextChange() != null) {
      hold(ProjectedPartitions.holdsUntil(projected.nextChange()));
    }
    return projected.selected(table, needed);
  }

  private void hold(Instant until) {
    holdsUntil = holdsUntil == null || until.isBefore(holdsUntil) ? until : holdsUntil;
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
    Set<String> columns = read.getOrDefault(table.name(), Set.of());
    return table.allColumns().stream().map(Column::name).filter(columns::contains).toList();
  }

  /** The columns that a query reads of each table. */
  private static Map<TableName, Set<String>> read(BoundQuery bound) {
    Map<TableName, Set<String>> read = new HashMap<>();
    for (ColumnReference reference : bound.references()) {
      if (reference.item() instanceof FromItem.TableItem item) {
        read.computeIfAbsent(item.table().name(), name -> new HashSet<>()).add(reference.column());
      }
    }
    return read;
  }
}
