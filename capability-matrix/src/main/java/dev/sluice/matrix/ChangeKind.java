package dev.sluice.matrix;

import static java.util.Objects.requireNonNull;

/**
 * A change of schema as far as engines tell it from others. Columns added at the start and in the
 * middle are alike to all of them, so both are "in middle".
 */
public enum ChangeKind {
  COLUMN_ADDED_AT_END,
  COLUMN_ADDED_IN_MIDDLE,
  /** Not the last, or the last where another came in its place. */
  COLUMN_REMOVED,
  COLUMN_REMOVED_AT_END,
  /** Seen where columns are found by position; by name it is one removed and one added. */
  COLUMN_RENAMED,
  COLUMNS_REORDERED,
  /** To an integer type with more bits, from one with at least 16. */
  INTEGER_WIDENED,
  /** Tinyint, alone or as a part of a column, to an integer type with more bits. */
  TINYINT_WIDENED,
  /** Real to double. */
  REAL_WIDENED,
  /** To an integer type with fewer bits. */
  INTEGER_NARROWED,
  /** Double to real. */
  DOUBLE_NARROWED,
  INTEGER_TO_TEXT,
  TEXT_TO_INTEGER,
  /** Of up to 32 bits, which a double holds. */
  INTEGER_TO_DOUBLE,
  /** With room for every number of the integer type. */
  INTEGER_TO_DECIMAL,
  /** Real or double to text. */
  REAL_TO_TEXT,
  BOOLEAN_TO_TEXT,
  /** Between string and varchar, or from one of these to char; alone or as a part of a column. */
  TEXT_RESPELLED,
  /** Char to another text, or to another length; alone or as a part of a column. */
  CHAR_RESPELLED,
  /** Alone or as a part of a column. */
  TEXT_TO_BINARY,
  /** Alone or as a part of a column. */
  BINARY_TO_TEXT,
  /** Bytes of which files say that they have one length, to text. */
  FIXED_BYTES_TO_TEXT,
  /** Bytes, or the bytes of a decimal, of which files say that they have one length. */
  FIXED_BYTES,
  /** A text out of a fixed set, to text. */
  ENUM_TO_TEXT,
  /** With no fewer digits on either side of the point; alone or as a part of a column. */
  DECIMAL_WIDENED,
  /** With fewer digits on one side of the point; alone or as a part of a column. */
  DECIMAL_NARROWED,
  /** To a type that is no decimal. */
  DECIMAL_TO_OTHER,
  /** A decimal that files hold in as many bytes as its digits need. */
  DECIMAL_IN_BYTES,
  /** A number of microseconds, where Hive knows none but milliseconds, to timestamp. */
  MICROSECONDS_TO_TIMESTAMP,
  NANOSECONDS_TO_TIMESTAMP,
  /** Repeated values that files do not say are a list. */
  LIST_UNMARKED,
  /** A scalar to a struct, array or map. */
  SCALAR_TO_NESTED,
  /** A struct, array or map to a scalar. */
  NESTED_TO_SCALAR,
  /** Any other change of a column's type. */
  TYPE_CHANGED,
  FIELD_ADDED_AT_END,
  FIELD_ADDED_IN_MIDDLE,
  FIELD_REMOVED,
  FIELD_REMOVED_AT_END,
  FIELD_RENAMED,
  FIELDS_REORDERED,
  /** A sub-field, an array's elements or a map's keys or values, to a wider type. */
  FIELD_WIDENED,
  /** The same to an integer type with fewer bits. */
  FIELD_NARROWED,
  FIELD_INTEGER_TO_TEXT,
  /** Of up to 32 bits, which a double holds. */
  FIELD_INTEGER_TO_DOUBLE,
  FIELD_TEXT_TO_INTEGER,
  /** Any other change of the type of a sub-field, an element, a key or a value. */
  FIELD_TYPE_CHANGED;

  static ChangeKind of(SchemaChange change) {
    return switch (change.change()) {
      case COLUMN_ADDED_AT_END -> COLUMN_ADDED_AT_END;
      case COLUMN_ADDED_IN_MIDDLE -> COLUMN_ADDED_IN_MIDDLE;
      case COLUMN_REMOVED -> COLUMN_REMOVED;
      case COLUMN_REMOVED_AT_END -> COLUMN_REMOVED_AT_END;
      case COLUMN_RENAMED -> COLUMN_RENAMED;
      case COLUMNS_REORDERED -> COLUMNS_REORDERED;
      case FIELD_ADDED_AT_END -> FIELD_ADDED_AT_END;
      case FIELD_ADDED_IN_MIDDLE -> FIELD_ADDED_IN_MIDDLE;
      case FIELD_REMOVED -> FIELD_REMOVED;
      case FIELD_REMOVED_AT_END -> FIELD_REMOVED_AT_END;
      case FIELD_RENAMED -> FIELD_RENAMED;
      case FIELDS_REORDERED -> FIELDS_REORDERED;
      case TYPE_WIDENED, TYPE_CHANGED ->
          TypeChangeKind.of(requireNonNull(change.types()), change.isNested());
    };
  }
}
