package dev.sluice.spark.client;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.spark.protocol.Folder;
import dev.sluice.spark.protocol.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders that the scans of one table select, together where one way of reading fits them. */
final class ScanSources {
  private final Optional<Path> lake;
  private final List<TableScan> scans;
  private final Table table;

  ScanSources(Optional<Path> lake, List<TableScan> scans) {
    this.lake = lake;
    this.scans = scans;
    this.table = scans.get(0).table();
  }

  /** How files are read; what makes one read of many. */
  private record Way(TableFormat format, Map<String, String> parameters, ColumnMapping mapping) {}

  List<Source> sources() {
    Map<Way, List<Folder>> folders = new LinkedHashMap<>();
    if (table.isPartitioned()) {
      for (Partition partition : partitions()) {
        requireSamePositions(partition);
        add(folders, partition.storage(), partition.values());
      }
    } else {
      add(folders, table.storage(), List.of());
    }
    List<Source> sources = new ArrayList<>();
    folders.forEach(
        (way, all) -> sources.add(new Source(way.format(), way.parameters(), way.mapping(), all)));
    return sources;
  }

  private Iterable<Partition> partitions() {
    Map<List<String>, Partition> byValues = new LinkedHashMap<>();
    for (TableScan scan : scans) {
      if (!scan.partitionsKnown()) {
        throw failed("its partitions are not known here");
      }
      scan.partitions().forEach(partition -> byValues.put(partition.values(), partition));
    }
    return byValues.values();
  }

  private void add(Map<Way, List<Folder>> folders, Storage storage, List<String> values) {
    String location = storage.location();
    if (location == null) {
      throw failed("it has no location");
    }
    folders
        .computeIfAbsent(way(storage), unused -> new ArrayList<>())
        .add(new Folder(absolute(location), values));
  }

  private Way way(Storage storage) {
    ColumnMapping mapping =
        storage.declaredMapping() == null ? ColumnMapping.BY_NAME : storage.declaredMapping();
    TableFormat format = storage.format();
    if (!Parameters.isReadable(format)) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Spark cannot read %s here (table %s)".formatted(format, table.name()));
    }
    if (mapping == ColumnMapping.BY_POSITION && format == TableFormat.PARQUET) {
      throw failed("it declares that columns are found by position, and Spark finds them by name");
    }
    return new Way(format, Parameters.of(table, storage, this::absolute), mapping);
  }

  /** Without names in the files, only a partition that agrees with the table can be read as it. */
  private void requireSamePositions(Partition partition) {
    if (Parameters.namesColumns(partition.storage().format())) {
      return;
    }
    List<Column> columns = partition.columns();
    boolean agrees = columns.size() <= table.columns().size();
    for (int i = 0; agrees && i < columns.size(); i++) {
      Column expected = table.columns().get(i);
      agrees =
          columns.get(i).name().equals(expected.name())
              && columns.get(i).type().equals(expected.type());
    }
    if (!agrees) {
      throw failed(
          "its files do not name their columns, and partition %s has other columns than the table"
              .formatted(partition.values()));
    }
  }

  private String absolute(String location) {
    return absolute(lake, location);
  }

  static String absolute(Optional<Path> lake, String location) {
    boolean whole = location.startsWith("/") || location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return whole || lake.isEmpty()
        ? location
        : lake.get().toAbsolutePath().resolve(location).normalize().toString();
  }

  private SluiceException failed(String why) {
    return new SluiceException(
        ErrorCode.ENGINE_FAILED, "Spark cannot read %s: %s".formatted(table.name(), why));
  }
}
