package dev.sluice;

/** What the files of a table, or of one partition, are. */
public enum TableFormat {
  PARQUET,
  ORC,
  AVRO,
  /** JSON through {@code org.openx.data.jsonserde.JsonSerDe}. */
  JSON_OPENX,
  /** JSON through {@code org.apache.hive.hcatalog.data.JsonSerDe}. */
  JSON_HIVE,
  ION,
  /** CSV through {@code org.apache.hadoop.hive.serde2.OpenCSVSerde}. */
  CSV_OPEN,
  /** Delimited text through {@code LazySimpleSerDe}. */
  TEXT_DELIMITED,
  RCFILE,
  SEQUENCEFILE,
  REGEX,
  GROK,
  ICEBERG,
  HUDI,
  DELTA,
  /** A list of files to read, as Delta and Hudi write for engines that cannot read them. */
  SYMLINK,
  /** A view: no files of its own. */
  VIEW,
  /**
   * A view that runs as its definer, with a text for each of some dialects: see {@link
   * Table#viewDialects()}.
   */
  DEFINER_VIEW,
  /** Kept by an engine itself, which alone reads it: no files of the lake. */
  ENGINE_OWN,
  /** Nothing in the catalog tells. */
  UNKNOWN;

  /** Whether each file says which columns it has; of JSON, its rows do. */
  public boolean describesItself() {
    return switch (this) {
      case PARQUET, ORC, AVRO, JSON_OPENX, JSON_HIVE -> true;
      case ION,
          CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          ICEBERG,
          HUDI,
          DELTA,
          SYMLINK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          false;
    };
  }
}
