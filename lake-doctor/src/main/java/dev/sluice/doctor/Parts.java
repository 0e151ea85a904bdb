package dev.sluice.doctor;

import dev.sluice.ColumnMapping;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;

/** Partitions as cures would make them. */
final class Parts {
  private Parts() {}

  static Partition synced(Partition partition, Table table) {
    return new Partition(
        partition.values(), table.columns(), partition.storage(), partition.parameters());
  }

  static Partition byName(Partition partition) {
    Storage storage = partition.storage();
    return new Partition(
        partition.values(),
        partition.columns(),
        as(storage, storage.format(), ColumnMapping.BY_NAME),
        partition.parameters());
  }

  static Partition converted(Partition partition, Table table) {
    return new Partition(
        partition.values(),
        table.columns(),
        as(partition.storage(), TableFormat.PARQUET, ColumnMapping.BY_NAME),
        partition.parameters());
  }

  private static Storage as(Storage storage, TableFormat format, ColumnMapping mapping) {
    return new Storage(
        format,
        storage.location(),
        storage.inputFormat(),
        storage.serde(),
        storage.parameters(),
        mapping);
  }

  /** Whether a table's files are its rows: those of others are told by metadata of their own. */
  static boolean canBeRead(TableFormat format) {
    return switch (format) {
      case PARQUET,
          ORC,
          AVRO,
          JSON_OPENX,
          JSON_HIVE,
          ION,
          CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK ->
          true;
      case ICEBERG, HUDI, DELTA, SYMLINK, VIEW, DEFINER_VIEW, ENGINE_OWN, UNKNOWN -> false;
    };
  }
}
