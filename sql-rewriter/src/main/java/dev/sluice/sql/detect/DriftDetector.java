package dev.sluice.sql.detect;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DriftChange;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.MetChange;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Partitions whose columns are not the table's: one need for each change, with what each engine
 * makes of it in their format.
 */
final class DriftDetector implements QueryDetector {
  private final Evolution evolution = Evolution.shipped();

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.PARTITION_SCHEMA_DIFFERS,
        Capability.PARTITION_TYPE_CHANGED,
        Capability.PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      SqlNode at = subject.place(scan.table());
      stale(scan).forEach((met, stale) -> add(scan, met, stale, at, requirements));
    }
  }

  /**
   * What partitions have in common that show the same changes.
   *
   * @param list which list of columns, by identity: thousands of partitions share one, and
   *     comparing the content of two costs its depth
   */
  private record Alike(int list, TableFormat format, @Nullable ColumnMapping mapping) {}

  /** Some of a scan's partitions: how many, and the places of the first and the last. */
  private record Stale(int count, int first, int last) {
    Stale and(Stale more) {
      return new Stale(count + more.count, Math.min(first, more.first), Math.max(last, more.last));
    }
  }

  /** The partitions that show each change. */
  private static Map<MetChange, Stale> stale(TableScan scan) {
    Map<List<Column>, Integer> lists = new IdentityHashMap<>();
    Map<Alike, Stale> groups = new LinkedHashMap<>();
    for (int i = 0; i < scan.partitions().size(); i++) {
      Partition partition = scan.partitions().get(i);
      Integer list = lists.putIfAbsent(partition.columns(), lists.size());
      Storage storage = partition.storage();
      Alike alike =
          new Alike(
              list == null ? lists.size() - 1 : list, storage.format(), storage.declaredMapping());
      groups.merge(alike, new Stale(1, i, i), Stale::and);
    }
    Map<MetChange, Stale> byChange = new LinkedHashMap<>();
    groups
        .values()
        .forEach(
            stale -> changes(scan, stale).forEach(met -> byChange.merge(met, stale, Stale::and)));
    return byChange;
  }

  /** Those that the first of some partitions that are alike shows. */
  private static List<MetChange> changes(TableScan scan, Stale stale) {
    Partition older = scan.partitions().get(stale.first);
    Storage storage = older.storage();
    List<Column> table = scan.table().columns();
    List<SchemaChange> changes =
        MetChange.mode(storage.format(), storage.declaredMapping())
            .map(mode -> SchemaDrift.between(table, older.columns(), mode.columns(), mode.fields()))
            .orElseGet(() -> SchemaDrift.between(table, older.columns()));
    return changes.stream()
        .map(
            change ->
                new MetChange(
                    change,
                    storage.format(),
                    storage.declaredMapping(),
                    PartitionSchema.STALE,
                    scan.columns().contains(change.column())))
        .toList();
  }

  private void add(
      TableScan scan, MetChange met, Stale stale, @Nullable SqlNode at, Requirements requirements) {
    requirements.add(
        capability(met),
        scan.table().name(),
        met.change().path(),
        at,
        describe(scan, met.change(), stale),
        met.cells(evolution));
  }

  private static Capability capability(MetChange met) {
    if (met.change().change() == DriftChange.TYPE_CHANGED) {
      return Capability.PARTITION_TYPE_CHANGED;
    }
    return Formats.isWithoutNames(met.format())
        ? Capability.PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES
        : Capability.PARTITION_SCHEMA_DIFFERS;
  }

  /** The change, and the partitions that are older than it: how many, and from which to which. */
  private static String describe(TableScan scan, SchemaChange change, Stale stale) {
    String first = name(scan.table(), scan.partitions().get(stale.first));
    String last = name(scan.table(), scan.partitions().get(stale.last));
    return change.change().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " since "
        + stale.count
        + " of the "
        + scan.partitions().size()
        + " selected partitions, "
        + (stale.count == 1 ? first : first + " to " + last);
  }

  private static String name(Table table, Partition partition) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < partition.values().size(); i++) {
      parts.add(table.partitionKeys().get(i).name() + "=" + partition.values().get(i));
    }
    return String.join("/", parts);
  }
}
