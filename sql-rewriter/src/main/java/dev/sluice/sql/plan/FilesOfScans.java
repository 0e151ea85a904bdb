package dev.sluice.sql.plan;

import dev.sluice.FileInspection;
import dev.sluice.FileSample;
import dev.sluice.FileSchemas;
import dev.sluice.HiddenColumns;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.RunListener;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks into files of what a query reads, all of its tables within one time. Belongs to one
 * planning; not shareable between threads.
 */
final class FilesOfScans {
  private final @Nullable FileSchemas files;
  private final RunListener listener;
  private final long deadline;

  /**
   * @param files null where nothing is to be looked into
   */
  FilesOfScans(@Nullable FileSchemas files, FileInspection inspection, RunListener listener) {
    this.files = files;
    this.listener = listener;
    this.deadline = System.nanoTime() + inspection.atMost().toNanos();
  }

  /**
   * The newest file of each partition, or some of all ages of a table without partitions.
   *
   * @return as {@link dev.sluice.TableScan#files()}
   */
  List<LocationFiles> of(Table table, List<Partition> partitions) {
    List<Storage> storages =
        table.isPartitioned()
            ? partitions.stream().map(Partition::storage).toList()
            : List.of(table.storage());
    boolean told = storages.stream().anyMatch(storage -> storage.format().describesItself());
    if (files == null || !told) {
      return List.of();
    }
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    String name = table.name().toString();
    return HiddenColumns.concealedFiles(
        table,
        files.inspect(
            storages,
            FileSample.newest(left).of(table),
            progress -> listener.progressed(progress.of(name))));
  }
}
