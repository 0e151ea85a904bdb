package dev.sluice.sql.detect;

import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Which kind of Iceberg, Hudi or RCFile table it is, as far as its parameters tell. */
final class TableKindDetector implements QueryDetector {
  /** Amazon Redshift Database Developer Guide, iceberg-v3-features, 2026-08-31. */
  private static final int YOUNG_VERSION = 3;

  private static final List<String> DELETING =
      List.of("write.delete.mode", "write.update.mode", "write.merge.mode");

  /** Iceberg's own property, and what Athena calls it. */
  private static final List<String> FILES = List.of("write.format.default", "format");

  /** Hudi's own property, and what its Spark SQL calls it. */
  private static final List<String> KINDS = List.of("hoodie.table.type", "type");

  /**
   * True for the table of compacted rows that is kept beside a merge-on-read table; false for
   * copy-on-write, and for tables whose changes are merged as they are read, which have an input
   * format of their own (apache/hudi, pull request 2925, 2021-06).
   */
  private static final String READ_OPTIMISED = "hoodie.query.as.ro.table";

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.ICEBERG_V3,
        Capability.ICEBERG_DELETES,
        Capability.ICEBERG_OF_OTHER_FILES,
        Capability.HUDI_MERGE_ON_READ,
        Capability.HUDI_KIND_NOT_TOLD,
        Capability.RCFILE_BINARY);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      Table table = scan.table();
      SqlNode at = subject.place(table);
      Set<TableFormat> formats = subject.formats(table.name());
      if (table.storage().format() == TableFormat.ICEBERG) {
        iceberg(table, at, requirements);
      } else if (formats.contains(TableFormat.HUDI)) {
        hudi(table, at, requirements);
      } else if (formats.contains(TableFormat.RCFILE)) {
        rcFile(scan, at, requirements);
      }
    }
  }

  private static void iceberg(Table table, @Nullable SqlNode at, Requirements requirements) {
    find(table, List.of("format-version"))
        .filter(version -> version.matches("\\d{1,4}"))
        .filter(version -> Integer.parseInt(version) >= YOUNG_VERSION)
        .ifPresent(
            version -> requirements.add(Capability.ICEBERG_V3, table.name(), null, at, version));
    for (String key : DELETING) {
      if (find(table, List.of(key)).filter("merge-on-read"::equalsIgnoreCase).isPresent()) {
        requirements.add(Capability.ICEBERG_DELETES, table.name(), null, at, key);
      }
    }
    find(table, FILES)
        .filter(files -> !files.equalsIgnoreCase("parquet"))
        .ifPresent(
            files ->
                requirements.add(Capability.ICEBERG_OF_OTHER_FILES, table.name(), null, at, files));
  }

  private static void hudi(Table table, @Nullable SqlNode at, Requirements requirements) {
    Optional<String> readOptimised = find(table, List.of(READ_OPTIMISED));
    Optional<String> kind = find(table, KINDS);
    String inputFormat = table.storage().inputFormat();
    boolean merges =
        (inputFormat != null && inputFormat.contains("Realtime"))
            || readOptimised.filter("true"::equalsIgnoreCase).isPresent()
            || kind.filter(word -> isAny(word, "mor", "merge_on_read")).isPresent();
    boolean copies =
        (inputFormat != null && readOptimised.filter("false"::equalsIgnoreCase).isPresent())
            || kind.filter(word -> isAny(word, "cow", "copy_on_write")).isPresent();
    if (merges) {
      requirements.add(Capability.HUDI_MERGE_ON_READ, table.name(), null, at, inputFormat);
    } else if (!copies) {
      requirements.add(Capability.HUDI_KIND_NOT_TOLD, table.name(), null, at, null);
    }
  }

  private static boolean isAny(String word, String one, String other) {
    return word.equalsIgnoreCase(one) || word.equalsIgnoreCase(other);
  }

  private static void rcFile(TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    PropertyDetector.storages(scan)
        .map(Storage::serde)
        .filter(serde -> serde != null && serde.endsWith("LazyBinaryColumnarSerDe"))
        .findFirst()
        .ifPresent(
            serde ->
                requirements.add(Capability.RCFILE_BINARY, scan.table().name(), null, at, null));
  }

  /** The first of some parameters that the table has, of its files or its own. */
  private static Optional<String> find(Table table, List<String> keys) {
    for (String key : keys) {
      Optional<String> found =
          table.storage().parameter(key).or(() -> Optional.ofNullable(table.parameters().get(key)));
      if (found.isPresent()) {
        return found.map(String::strip);
      }
    }
    return Optional.empty();
  }
}
