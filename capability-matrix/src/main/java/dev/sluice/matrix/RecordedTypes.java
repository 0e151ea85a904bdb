package dev.sluice.matrix;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.TableFormat;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How files of a format record columns of tables: not every type of a table has one of its own in
 * every format, and some of a format's types are the same only in name. Which are the same is what
 * Trino 411 and Spark were seen to read right (RecordedColumnsTest, 2026-11-27).
 */
final class RecordedTypes {
  /** What the catalog says of a partition is in the same words as what it says of the table. */
  static final RecordedTypes OF_CATALOG = new RecordedTypes(TableFormat.UNKNOWN, List.of());

  /** Those that tell types apart which have one name. */
  private static final Set<Code> TELLING =
      EnumSet.of(
          Code.ENUM,
          Code.FIXED_LENGTH,
          Code.MICROSECONDS,
          Code.NANOSECONDS,
          Code.UNMARKED_LIST,
          Code.VARIABLE_DECIMAL);

  private final TableFormat format;
  private final Map<String, Set<Code>> notes = new HashMap<>();

  /**
   * @param findings of a file
   */
  RecordedTypes(TableFormat format, List<FileFinding> findings) {
    this.format = format;
    for (FileFinding finding : findings) {
      if (TELLING.contains(finding.code())) {
        notes
            .computeIfAbsent(finding.path(), path -> EnumSet.noneOf(Code.class))
            .add(finding.code());
      }
    }
  }

  /** What the file adds to the type of the column or sub-field of that path in the file. */
  Set<Code> notes(String path) {
    return notes.getOrDefault(path, Set.of());
  }

  /**
   * Whether the column of the file is the table's as files of this format record it: no change. Of
   * types with parts, the parts are asked about one by one.
   */
  boolean isSame(String path, DataType file, DataType table) {
    return file.hive().equalsIgnoreCase(table.hive())
        ? !isOtherByNotes(file, notes(path))
        : hasNoTypeOfItsOwn(file, table);
  }

  private boolean isOtherByNotes(DataType file, Set<Code> said) {
    return said.contains(Code.ENUM)
        || said.contains(Code.UNMARKED_LIST)
        || said.contains(Code.VARIABLE_DECIMAL)
        || (said.contains(Code.FIXED_LENGTH) && format == TableFormat.AVRO)
        || (said.contains(Code.NANOSECONDS) && file == Primitive.TIMESTAMP);
  }

  /**
   * Parquet has one type of text, and writers leave out how few bits of an int they use; Avro has
   * no integers below int.
   */
  private boolean hasNoTypeOfItsOwn(DataType file, DataType table) {
    boolean small =
        file == Primitive.INTEGER && (table == Primitive.TINYINT || table == Primitive.SMALLINT);
    boolean text =
        file == Primitive.STRING
            && (table instanceof DataType.Varchar || table instanceof DataType.Char);
    return (small && (format == TableFormat.PARQUET || format == TableFormat.AVRO))
        || (text && format == TableFormat.PARQUET);
  }
}
