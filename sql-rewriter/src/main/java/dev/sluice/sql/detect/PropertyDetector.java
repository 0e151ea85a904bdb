package dev.sluice.sql.detect;

import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** What a table's own properties ask of whoever reads its files. */
final class PropertyDetector implements QueryDetector {
  /** External tables have 1,600, or 1,598, or 1,597, by page; the least of them is sure. */
  private static final int MOST_COLUMNS = 1_597;

  private static final List<String> COMPRESSIONS =
      List.of("parquet.compression", "write.compression", "compressionType");
  private static final String NONE = "none";
  private static final Set<String> YOUNG_CODECS = Set.of("lz4", "zstd");
  private static final Map<String, Capability> FORGIVING =
      Map.of(
          "ignore.malformed.json", Capability.JSON_MALFORMED,
          "use.null.for.invalid.data", Capability.JSON_VALUES_FORGIVEN);

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.WIDE_TABLE,
        Capability.YOUNG_PARQUET_CODEC,
        Capability.COMPRESSED_ORC_FILE,
        Capability.COMPRESSED_TEXT,
        Capability.JSON_KEYS_MAPPED,
        Capability.JSON_MALFORMED,
        Capability.JSON_VALUES_FORGIVEN);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      SqlNode at = subject.place(scan.table());
      Table table = scan.table();
      if (table.allColumns().size() > MOST_COLUMNS) {
        String count = table.allColumns().size() + " columns";
        requirements.add(Capability.WIDE_TABLE, table.name(), null, at, count);
      }
      storages(scan).forEach(storage -> storage(table, storage, at, requirements));
    }
  }

  /** The table's and those of its selected partitions. */
  static Stream<Storage> storages(TableScan scan) {
    return Stream.concat(
        Stream.of(scan.table().storage()), scan.partitions().stream().map(Partition::storage));
  }

  private static void storage(
      Table table, Storage storage, @Nullable SqlNode at, Requirements requirements) {
    compression(table, storage)
        .ifPresent(codec -> compressed(table, storage, codec, at, requirements));
    if (storage.format() == TableFormat.JSON_OPENX || storage.format() == TableFormat.JSON_HIVE) {
      json(table, storage, at, requirements);
    }
  }

  private static Optional<String> compression(Table table, Storage storage) {
    for (String key : COMPRESSIONS) {
      String own = storage.parameters().getOrDefault(key, NONE);
      String found = own.equalsIgnoreCase(NONE) ? table.parameters().getOrDefault(key, NONE) : own;
      if (!found.equalsIgnoreCase(NONE)) {
        return Optional.of(found.toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static void compressed(
      Table table, Storage storage, String codec, @Nullable SqlNode at, Requirements requirements) {
    Capability capability =
        switch (storage.format()) {
          case PARQUET -> YOUNG_CODECS.contains(codec) ? Capability.YOUNG_PARQUET_CODEC : null;
          case ORC -> isOfWholeFiles(table, storage) ? Capability.COMPRESSED_ORC_FILE : null;
          case CSV_OPEN, TEXT_DELIMITED, REGEX, GROK, JSON_OPENX, JSON_HIVE ->
              Capability.COMPRESSED_TEXT;
          case AVRO,
              ION,
              RCFILE,
              SEQUENCEFILE,
              ICEBERG,
              HUDI,
              DELTA,
              SYMLINK,
              VIEW,
              DEFINER_VIEW,
              ENGINE_OWN,
              UNKNOWN ->
              null;
        };
    if (capability != null) {
      requirements.add(capability, table.name(), null, at, codec);
    }
  }

  /** What a crawler found of the files; the other properties are about what is inside. */
  private static boolean isOfWholeFiles(Table table, Storage storage) {
    String found =
        storage
            .parameters()
            .getOrDefault(
                "compressionType", table.parameters().getOrDefault("compressionType", NONE));
    return !found.equalsIgnoreCase(NONE);
  }

  private static void json(
      Table table, Storage storage, @Nullable SqlNode at, Requirements requirements) {
    String mapped =
        storage.parameters().entrySet().stream()
            .filter(entry -> changesNames(entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!mapped.isEmpty()) {
      requirements.add(Capability.JSON_KEYS_MAPPED, table.name(), null, at, mapped);
    }
    FORGIVING.forEach(
        (parameter, capability) -> {
          if (Boolean.parseBoolean(storage.parameters().get(parameter))) {
            requirements.add(capability, table.name(), null, at, parameter);
          }
        });
  }

  private static boolean changesNames(String parameter, String value) {
    return parameter.startsWith("mapping.")
        || parameter.equals("dots.in.keys") && Boolean.parseBoolean(value)
        || parameter.equals("case.insensitive") && value.equalsIgnoreCase("false");
  }
}
