package dev.sluice.sql.detect;

import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.Partition;
import dev.sluice.Table;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.MetChange;
import dev.sluice.matrix.TableDrift.Extent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Partitions, and files, whose columns are not the table's: one need for each change, with what
 * each engine makes of it in their format.
 */
final class DriftDetector implements QueryDetector {
  private final Evolution evolution = Evolution.shipped();

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.FILE_SCHEMA_DIFFERS,
        Capability.PARTITION_SCHEMA_DIFFERS,
        Capability.PARTITION_TYPE_CHANGED,
        Capability.PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      SqlNode at = subject.place(scan.table());
      subject
          .drift(scan)
          .met(scan.columns())
          .forEach((met, older) -> add(scan, met, older, at, requirements));
    }
  }

  private void add(
      TableScan scan,
      MetChange met,
      Extent older,
      @Nullable SqlNode at,
      Requirements requirements) {
    requirements.add(
        capability(met),
        scan.table().name(),
        met.change().path(),
        at,
        describe(scan, met, older),
        met.cells(evolution));
  }

  private static Capability capability(MetChange met) {
    if (met.level() == Drift.Level.FILE) {
      return Capability.FILE_SCHEMA_DIFFERS;
    } else if (met.change().change() == DriftChange.TYPE_CHANGED) {
      return Capability.PARTITION_TYPE_CHANGED;
    }
    return Formats.isWithoutNames(met.format())
        ? Capability.PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES
        : Capability.PARTITION_SCHEMA_DIFFERS;
  }

  /** The change, and what is older than it: how many, and of partitions from which to which. */
  private static String describe(TableScan scan, MetChange met, Extent older) {
    String change = words(scan.table(), met.change().change());
    if (!scan.table().isPartitioned()) {
      int files = scan.files().stream().mapToInt(each -> each.inspected().size()).sum();
      return "%s since %d of the %d files looked into were written"
          .formatted(change, older.count(), files);
    }
    String first = name(scan.table(), scan.partitions().get(older.first()));
    String last = name(scan.table(), scan.partitions().get(older.last()));
    return "%s since %s%d of the %d selected partitions, %s"
        .formatted(
            change,
            met.level() == Drift.Level.FILE ? "the files of " : "",
            older.count(),
            scan.partitions().size(),
            older.count() == 1 ? first : first + " to " + last);
  }

  /** What cannot be told apart is told as both. */
  private static String words(Table table, DriftChange change) {
    String words = change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean mayBeHidden =
        table.isUnderLakeFormation()
            && (change == DriftChange.COLUMN_REMOVED
                || change == DriftChange.COLUMN_REMOVED_AT_END);
    return mayBeHidden ? words + ", or hidden by Lake Formation," : words;
  }

  private static String name(Table table, Partition partition) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < partition.values().size(); i++) {
      parts.add(table.partitionKeys().get(i).name() + "=" + partition.values().get(i));
    }
    return String.join("/", parts);
  }
}
