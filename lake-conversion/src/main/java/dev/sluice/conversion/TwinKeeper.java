package dev.sluice.conversion;

import dev.sluice.Catalog;
import dev.sluice.ConvertedTable;
import dev.sluice.Converter;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.conversion.ConversionReport.Failed;
import dev.sluice.spi.Conversions;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What queries need of conversion. */
final class TwinKeeper implements Conversions {
  private static final int MOST_THREADS = 8;
  private static final int FAILURES_TOLD = 3;

  private final Sluice sluice;
  private final Folders folders;
  private final LakeConversion conversion;

  /** Of the tables that this process converts to: whoever needs one too waits for it. */
  private final Map<TableName, ReentrantLock> underWay = new ConcurrentHashMap<>();

  TwinKeeper(Sluice sluice, Folders folders, Clock clock) {
    this.sluice = sluice;
    this.folders = folders;
    this.conversion = new LakeConversion(sluice, folders, clock);
  }

  @Override
  public Optional<String> stale(TableScan source, TableScan twin, RunListener listener) {
    Table table = source.table();
    Optional<Converter> converter = sluice.converter();
    if (converter.isEmpty()) {
      return Optional.of("nothing that converts is set up, which knows what it is made of");
    }
    SourceFiles files = SourceFiles.of(table, folders, converter.get());
    if (files.overlooksSchema()) {
      return Optional.of(
          "the schema at %s is not looked at".formatted(files.schemaLocation().orElse("")));
    } else if (!table.isPartitioned()) {
      return stale(table, files, null, twin.table().parameters());
    }
    Map<List<String>, Map<String, String>> entries = new HashMap<>();
    twin.partitions().forEach(each -> entries.put(each.values(), each.parameters()));
    int compared = 0;
    for (Partition partition : source.partitions()) {
      requireUninterrupted();
      listener.progressed(
          new Progress(
              "comparing files of " + table.name(), compared++, source.partitions().size()));
      Optional<String> stale = stale(table, files, partition, entries.get(partition.values()));
      if (stale.isPresent()) {
        return stale;
      }
    }
    return Optional.empty();
  }

  /**
   * @param entry the parameters of what was converted; null where nothing was
   */
  private Optional<String> stale(
      Table source,
      SourceFiles sources,
      @Nullable Partition partition,
      @Nullable Map<String, String> entry) {
    String which = partition == null ? "it" : PartitionFolder.of(source, partition.values());
    Storage storage = Sources.storage(source, partition);
    String location = String.valueOf(storage.location());
    if (!folders.holds(location)) {
      return Optional.of(
          "the files of %s are at %s, which is not looked at".formatted(which, location));
    }
    Sources files;
    try {
      files = sources.at(storage);
    } catch (IOException e) {
      return Optional.of("the files of %s cannot be listed: %s".formatted(which, e));
    }
    if (entry == null) {
      return files.files().isEmpty() && source.projection().isPresent()
          ? Optional.empty()
          : Optional.of(which + " was not converted");
    }
    return ConvertedTable.digest(entry).filter(files.digest(source, partition)::equals).isPresent()
        ? Optional.empty()
        : Optional.of(which + " has changed since it was converted");
  }

  private static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
    }
  }

  @Override
  public void convert(TableScan source, TableName twin, long most, RunListener listener) {
    ReentrantLock lock = underWay.computeIfAbsent(twin, name -> new ReentrantLock());
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
    }
    try {
      int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
      requireAll(conversion.run(order(source, twin), threads, most, listener));
    } finally {
      lock.unlock();
    }
  }

  /** As the table that is kept up was made. */
  private ConversionOrder order(TableScan source, TableName twin) {
    ConversionOrder order = ConversionOrder.of(source.table().name()).withTarget(twin);
    if (source.table().isPartitioned()) {
      Set<List<String>> values = new HashSet<>();
      source.partitions().forEach(partition -> values.add(partition.values()));
      order = order.withPartitions(values);
    }
    Optional<Table> known = sluice.catalog().table(twin);
    return known.isEmpty()
        ? order
        : order
            .withFormat(known.get().storage().format())
            .withSortedBy(Twin.sortedBy(anEntry(known.get())));
  }

  private Map<String, String> anEntry(Table twin) {
    Catalog catalog = sluice.catalog();
    if (!twin.isPartitioned()) {
      return twin.parameters();
    }
    return catalog.partitions(twin, List.of()) instanceof Partitions.Known known
        ? known.listed().stream().map(Partition::parameters).findFirst().orElse(Map.of())
        : Map.of();
  }

  private static void requireAll(ConversionReport report) {
    List<Failed> failed = report.failed();
    if (!failed.isEmpty()) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "%d of the partitions that the query reads could not be converted: %s"
              .formatted(
                  failed.size(),
                  failed.stream()
                      .limit(FAILURES_TOLD)
                      .map(one -> one.part().values() + ": " + one.why())
                      .collect(Collectors.joining("; "))));
    }
  }
}
