package dev.sluice.conversion;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.LakeFile;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Deletes the files of a converted table that none of its entries shows. Only folders that are
 * called as runs call them are looked at. Not shareable between threads.
 */
final class Vacuum {
  private final Catalog catalog;
  private final Folders folders;
  private final Clock clock;
  private final Lease lease;
  private final Duration grace;
  private final Set<String> shown = new HashSet<>();
  private final Map<String, Instant> published = new HashMap<>();
  private final List<String> deleted = new ArrayList<>();
  private long bytes;
  private int waiting;

  Vacuum(Catalog catalog, Folders folders, Clock clock, Lease lease, Duration grace) {
    this.catalog = catalog;
    this.folders = folders;
    this.clock = clock;
    this.lease = lease;
    this.grace = grace;
  }

  VacuumReport of(Table twin) {
    for (Partition partition : entries(twin)) {
      shown.add(Twin.withoutSlash(Objects.requireNonNull(partition.storage().location())));
      published.put(PartitionFolder.of(twin, partition.values()), Twin.published(partition));
    }
    String root = Twin.root(twin);
    try {
      for (String name : folders.folders(root)) {
        Version.of(name).ifPresent(version -> version(root + "/" + name, version, twin));
      }
    } catch (IOException e) {
      throw failed(root, e);
    }
    return new VacuumReport(deleted, bytes, waiting);
  }

  private List<Partition> entries(Table twin) {
    if (!twin.isPartitioned()) {
      return List.of(new Partition(List.of(), twin.columns(), twin.storage(), twin.parameters()));
    }
    Partitions partitions = catalog.partitions(twin, List.of());
    if (partitions instanceof Partitions.Known known) {
      return known.listed();
    }
    throw new SluiceException(
        ErrorCode.CATALOG_UNREADABLE,
        "The partitions of %s are not known: %s"
            .formatted(twin.name(), ((Partitions.Unknown) partitions).why()));
  }

  private void version(String folder, Version version, Table twin) {
    try {
      below(folder, "", version, Math.max(1, twin.partitionKeys().size()));
      if (folders.folders(folder).isEmpty() && isOld(version.begun())) {
        folders.delete(folder);
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * @param path from the version's folder on
   * @param levels of folders down to those of partitions
   */
  private void below(String folder, String path, Version version, int levels) throws IOException {
    for (String name : folders.folders(folder)) {
      String inner = folder + "/" + name;
      String innerPath = path.isEmpty() ? name : path + "/" + name;
      if (levels > 1) {
        below(inner, innerPath, version, levels - 1);
      } else if (!shown.contains(inner)) {
        unneeded(inner, innerPath, version);
      }
    }
  }

  /** It was left behind when its run ended early, or when a later version took its place. */
  private void unneeded(String folder, String path, Version version) throws IOException {
    Instant since = version.begun();
    Instant replaced = published.get(path);
    if (replaced != null && replaced.isAfter(since)) {
      since = replaced;
    }
    if (!isOld(since)) {
      waiting++;
      return;
    }
    lease.renewWhereDue();
    long size = folders.list(folder).stream().mapToLong(LakeFile::size).sum();
    folders.delete(folder);
    bytes += size;
    deleted.add(version.name() + "/" + path);
  }

  private boolean isOld(Instant since) {
    return since.plus(grace).isBefore(clock.instant());
  }

  private static SluiceException failed(String folder, IOException e) {
    return new SluiceException(
        ErrorCode.CATALOG_UNREADABLE, "The folder " + folder + " cannot be cleared: " + e, e);
  }
}
