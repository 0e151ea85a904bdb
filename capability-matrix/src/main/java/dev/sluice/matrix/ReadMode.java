package dev.sluice.matrix;

import dev.sluice.ColumnMapping;
import dev.sluice.TableFormat;
import java.util.Optional;

/** A format together with how its columns, and the sub-fields below them, are found. */
public enum ReadMode {
  AVRO(TableFormat.AVRO, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME),
  PARQUET_BY_NAME(TableFormat.PARQUET, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME),
  PARQUET_BY_POSITION(TableFormat.PARQUET, ColumnMapping.BY_POSITION, ColumnMapping.BY_NAME),
  ORC_BY_NAME(TableFormat.ORC, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME),
  ORC_BY_POSITION(TableFormat.ORC, ColumnMapping.BY_POSITION, ColumnMapping.BY_NAME),
  JSON_OPENX(TableFormat.JSON_OPENX, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME),
  JSON_HIVE(TableFormat.JSON_HIVE, ColumnMapping.BY_NAME, ColumnMapping.BY_NAME),
  /** Delimited text, which holds no names at any level. */
  TEXT(TableFormat.TEXT_DELIMITED, ColumnMapping.BY_POSITION, ColumnMapping.BY_POSITION),
  CSV(TableFormat.CSV_OPEN, ColumnMapping.BY_POSITION, ColumnMapping.BY_POSITION);

  private final TableFormat format;
  private final ColumnMapping columns;
  private final ColumnMapping fields;

  ReadMode(TableFormat format, ColumnMapping columns, ColumnMapping fields) {
    this.format = format;
    this.columns = columns;
    this.fields = fields;
  }

  public TableFormat format() {
    return format;
  }

  /** How a column is found. */
  public ColumnMapping columns() {
    return columns;
  }

  /** How a sub-field is found. */
  public ColumnMapping fields() {
    return fields;
  }

  /**
   * The mode of a format; formats without names, or with nothing but names, have one. Empty for
   * formats of which nothing is recorded.
   */
  public static Optional<ReadMode> of(TableFormat format, ColumnMapping mapping) {
    ReadMode only = null;
    for (ReadMode mode : values()) {
      if (mode.format == format) {
        if (mode.columns == mapping) {
          return Optional.of(mode);
        }
        only = mode;
      }
    }
    return Optional.ofNullable(only);
  }
}
