package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.LakeFile;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that one partition is converted from.
 *
 * @param files sorted by path
 * @param schema the file that says how they are read; empty where there is none
 */
record Sources(List<LakeFile> files, Optional<LakeFile> schema) {
  /** What crawlers and Hive count and note; they change whenever somebody looks. */
  private static final Set<String> COUNTED =
      Set.of(
          "CrawlerSchemaDeserializerVersion",
          "CrawlerSchemaSerializerVersion",
          "UPDATED_BY_CRAWLER",
          "averageRecordSize",
          "last_modified_by",
          "last_modified_time",
          "numFiles",
          "numRows",
          "objectCount",
          "rawDataSize",
          "recordCount",
          "sizeKey",
          "totalSize",
          "transient_lastDdlTime");

  Sources {
    files = List.copyOf(files);
  }

  long bytes() {
    return files.stream().mapToLong(LakeFile::size).sum();
  }

  /**
   * A digest of all that the converted rows follow from: where the files lie, their names, sizes
   * and times, how they are read, and which columns are read of them.
   *
   * @param partition whose files they are; null for a table without partitions
   */
  String digest(Table source, @Nullable Partition partition) {
    Storage storage = storage(source, partition);
    MessageDigest digest = sha256();
    add(digest, storage.location());
    add(digest, storage.format());
    add(digest, storage.declaredMapping());
    add(digest, ofReading(storage.parameters()));
    add(digest, ofReading(source.storage().parameters()));
    add(digest, ofReading(source.parameters()));
    for (Column column : columns(source, partition)) {
      add(digest, column.name());
      add(digest, column.type().hive());
    }
    schema.ifPresent(file -> add(digest, file));
    files.forEach(file -> add(digest, file));
    return HexFormat.of().formatHex(digest.digest());
  }

  static Storage storage(Table source, @Nullable Partition partition) {
    return partition == null ? source.storage() : partition.storage();
  }

  /**
   * A parameter that nobody knows may bear on how files are read: at worst they are converted once
   * more than needed.
   */
  private static Map<String, String> ofReading(Map<String, String> parameters) {
    Map<String, String> some = new TreeMap<>(parameters);
    some.keySet().removeAll(COUNTED);
    return some;
  }

  /**
   * The columns that are read, with the types under which the table reads them. Files that tell
   * their own columns are looked into when they are converted, so that a column which the table
   * declares later has been read of them already, or is in none; of others the table's are read.
   */
  private static List<Column> columns(Table source, @Nullable Partition partition) {
    TableFormat format = storage(source, partition).format();
    boolean tellsAll =
        format == TableFormat.AVRO || format == TableFormat.PARQUET || format == TableFormat.ORC;
    if (partition == null || partition.columns().isEmpty() || !tellsAll) {
      return source.columns();
    }
    Map<String, DataType> types = new HashMap<>();
    source.columns().forEach(column -> types.put(column.name(), column.type()));
    return partition.columns().stream()
        .map(column -> new Column(column.name(), types.getOrDefault(column.name(), column.type())))
        .toList();
  }

  private static void add(MessageDigest digest, LakeFile file) {
    add(digest, file.path());
    add(digest, file.size());
    add(digest, file.modified().toEpochMilli());
  }

  private static void add(MessageDigest digest, @Nullable Object part) {
    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
