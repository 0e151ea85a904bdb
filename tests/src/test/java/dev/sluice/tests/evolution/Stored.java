package dev.sluice.tests.evolution;

import dev.sluice.evolution.FileFormat;
import dev.sluice.matrix.ReadMode;
import java.util.Arrays;
import java.util.Locale;

/** How Trino has a read mode's tables and is made to read them so. */
enum Stored {
  AVRO(ReadMode.AVRO, FileFormat.AVRO, "AVRO"),
  PARQUET_BY_NAME(ReadMode.PARQUET_BY_NAME, FileFormat.PARQUET, "PARQUET"),
  PARQUET_BY_POSITION(ReadMode.PARQUET_BY_POSITION, FileFormat.PARQUET, "PARQUET"),
  ORC_BY_NAME(ReadMode.ORC_BY_NAME, FileFormat.ORC, "ORC"),
  ORC_BY_POSITION(ReadMode.ORC_BY_POSITION, FileFormat.ORC, "ORC"),
  JSON_HIVE(ReadMode.JSON_HIVE, FileFormat.JSON, "JSON"),
  JSON_OPENX(ReadMode.JSON_OPENX, FileFormat.JSON, "OPENX_JSON"),
  TEXT(ReadMode.TEXT, FileFormat.TEXT, "TEXTFILE"),
  CSV(ReadMode.CSV, FileFormat.CSV, "CSV");

  private final ReadMode mode;
  private final FileFormat files;
  private final String storage;

  Stored(ReadMode mode, FileFormat files, String storage) {
    this.mode = mode;
    this.files = files;
    this.storage = storage;
  }

  ReadMode mode() {
    return mode;
  }

  FileFormat files() {
    return files;
  }

  /** What Trino's file metastore calls the format. */
  String storage() {
    return storage;
  }

  /** Whether Trino is to find columns by name where the format leaves both. */
  boolean isByName() {
    return this != PARQUET_BY_POSITION && this != ORC_BY_POSITION;
  }

  /** The settings of a session in which Trino finds columns so. */
  String session() {
    boolean byName = isByName();
    return "hive.parquet_use_column_names=%s,hive.orc_use_column_names=%s"
        .formatted(byName, byName);
  }

  /** The database that has the cases' tables. */
  String database() {
    return storage.toLowerCase(Locale.ROOT);
  }

  /** One that has files of the format. */
  static Stored of(FileFormat files) {
    return Arrays.stream(values())
        .filter(stored -> stored.files == files)
        .findFirst()
        .orElseThrow();
  }
}
