package dev.sluice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where tables are looked up: the Glue Data Catalog, a folder of its exports, or memory.
 *
 * <p>Implementations are safe for use by several threads. All methods throw {@link SluiceException}
 * with {@link ErrorCode#CATALOG_UNREADABLE} when the catalog itself cannot be read; a single table
 * that cannot be understood is returned with its {@link Table#problem()}.
 */
public interface Catalog extends AutoCloseable {

  /** The names of the databases, sorted. */
  List<String> databases();

  /** The tables of a database, sorted by name; empty when there is no such database. */
  List<Table> tables(String database);

  Optional<Table> table(TableName name);

  /**
   * The partitions of {@code table}, at least those whose values lie in {@code ranges}. The catalog
   * may return more; the caller filters. An unpartitioned table has no partitions to ask for.
   *
   * @param ranges at most one per partition key; a key without one is not narrowed
   */
  Partitions partitions(Table table, List<KeyRanges> ranges);

  /**
   * What the partition keys are in each partition of {@code table}, one text per key, in the order
   * of the partitions. Less than {@link #partitions} to ask of a catalog that can leave the columns
   * of each partition out.
   */
  default List<List<String>> partitionValues(Table table) {
    Partitions partitions = partitions(table, List.of());
    if (partitions instanceof Partitions.Unknown unknown) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "The partitions of " + table.name() + " are not known: " + unknown.why());
    }
    return ((Partitions.Known) partitions).listed().stream().map(Partition::values).toList();
  }

  /**
   * When the oldest of what is known of {@code table} was read, for a catalog that remembers what
   * it read; empty for one that always looks.
   */
  default Optional<Instant> readAt(Table table) {
    return Optional.empty();
  }

  /** Why there may be tables that are not listed here; empty where all are. */
  default Optional<String> unlisted() {
    return Optional.empty();
  }

  /**
   * The tables that were made of a table by converting all of its rows, in its own database; see
   * {@link ConvertedTable}. Empty for a catalog in which nothing can be converted.
   */
  default List<Table> twins(TableName source) {
    return tables(source.database()).stream()
        .filter(table -> ConvertedTable.holdsRowsOf(source, table))
        .toList();
  }

  /** Tries whether it can be asked, as whom, and what it shows. */
  default void check(Consumer<CheckResult> results) {
    results.accept(
        CheckResult.tried("catalog", "lists databases", () -> String.join(", ", databases())));
  }

  /**
   * Changes its entries; empty for a catalog that cannot be changed.
   *
   * @param keep the folder in which entries are kept as they were; a catalog of files keeps them
   *     beside its own
   */
  default Optional<EditableCatalog> editable(Path keep) {
    return Optional.empty();
  }

  /** Writes tables of its owner's own; empty for a catalog that cannot be written. */
  default Optional<TableWriter> writer() {
    return Optional.empty();
  }

  /** Ends what the catalog holds open; nothing, unless it says otherwise. */
  @Override
  default void close() {}
}
