package dev.sluice.sql.detect;

import dev.sluice.ColumnMapping;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files whose columns some engine finds by position, and of which nobody has seen in which order
 * they stand. The catalog cannot tell: a crawler gives every partition its table's columns.
 */
final class FilesDetector implements QueryDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.FILES_NOT_INSPECTED);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      String unseen = unseen(scan);
      if (unseen != null) {
        requirements.add(
            Capability.FILES_NOT_INSPECTED,
            scan.table().name(),
            null,
            subject.place(scan.table()),
            unseen);
      }
    }
  }

  /** Which files matter and were not seen; null when none. */
  private static @Nullable String unseen(TableScan scan) {
    if (scan.table().isPartitioned() && scan.partitionsKnown()) {
      return unseenPartitions(scan);
    }
    if (!goesByPosition(scan.table().storage())) {
      return null;
    }
    boolean all =
        !scan.files().isEmpty() && scan.files().stream().allMatch(LocationFiles::isComplete);
    return all ? null : looked(scan.files());
  }

  private static String looked(List<LocationFiles> files) {
    int looked = files.stream().mapToInt(location -> location.inspected().size()).sum();
    int all = files.stream().mapToInt(LocationFiles::files).sum();
    return looked == 0 ? "no file was looked into" : looked + " of " + all + " were looked into";
  }

  private static @Nullable String unseenPartitions(TableScan scan) {
    List<Partition> partitions = scan.partitions();
    int unseen = 0;
    for (int i = 0; i < partitions.size(); i++) {
      boolean seen = !scan.files().isEmpty() && isSeen(scan.files().get(i));
      unseen += !seen && goesByPosition(partitions.get(i).storage()) ? 1 : 0;
    }
    return unseen == 0
        ? null
        : "those of %d of the %d selected partitions".formatted(unseen, partitions.size());
  }

  private static boolean isSeen(LocationFiles location) {
    boolean empty = location.files() == 0 && location.problem().isEmpty();
    return empty
        || location.inspected().stream().anyMatch(file -> file.schema().problem().isEmpty());
  }

  /** For some engine at least; formats without names go by position everywhere. */
  private static boolean goesByPosition(Storage storage) {
    return storage.declaredMapping() == ColumnMapping.BY_POSITION
        ? storage.format().describesItself()
        : storage.format() == TableFormat.ORC && storage.declaredMapping() == null;
  }
}
