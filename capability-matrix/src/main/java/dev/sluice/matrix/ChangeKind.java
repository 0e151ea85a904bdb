package dev.sluice.matrix;

import static java.util.Objects.requireNonNull;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;

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
  /** To an integer type with more bits. */
  INTEGER_WIDENED,
  /** Real to double. */
  REAL_WIDENED,
  /** To an integer type with fewer bits. */
  INTEGER_NARROWED,
  /** Double to real. */
  DOUBLE_NARROWED,
  INTEGER_TO_TEXT,
  TEXT_TO_INTEGER,
  INTEGER_TO_DOUBLE,
  INTEGER_TO_DECIMAL,
  REAL_TO_TEXT,
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
  FIELD_TYPE_CHANGED;

  private static final List<DataType> INTEGERS =
      List.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INTEGER, Primitive.BIGINT);

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
          change.isNested()
              ? ofField(requireNonNull(change.types()))
              : ofColumn(requireNonNull(change.types()));
    };
  }

  private static ChangeKind ofField(TypeChange types) {
    return Widening.leadsFrom(types.older(), types.newer()) ? FIELD_WIDENED : FIELD_TYPE_CHANGED;
  }

  private static ChangeKind ofColumn(TypeChange types) {
    if (types.older().isNested() != types.newer().isNested()) {
      return types.older().isNested() ? NESTED_TO_SCALAR : SCALAR_TO_NESTED;
    } else if (Widening.leadsFrom(types.older(), types.newer())) {
      return types.older() == Primitive.REAL ? REAL_WIDENED : INTEGER_WIDENED;
    } else if (Widening.leadsFrom(types.newer(), types.older())) {
      return types.older() == Primitive.DOUBLE ? DOUBLE_NARROWED : INTEGER_NARROWED;
    } else if (INTEGERS.contains(types.older())) {
      return ofInteger(types.newer());
    } else if (types.older() == Primitive.STRING && INTEGERS.contains(types.newer())) {
      return TEXT_TO_INTEGER;
    } else if (types.older() == Primitive.REAL && types.newer() == Primitive.STRING) {
      return REAL_TO_TEXT;
    }
    return TYPE_CHANGED;
  }

  private static ChangeKind ofInteger(DataType newer) {
    if (newer == Primitive.STRING) {
      return INTEGER_TO_TEXT;
    } else if (newer == Primitive.DOUBLE) {
      return INTEGER_TO_DOUBLE;
    }
    return newer instanceof DataType.Decimal ? INTEGER_TO_DECIMAL : TYPE_CHANGED;
  }
}
