package dev.sluice.matrix;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells changes of types apart as far as engines do. */
final class TypeChangeKind {
  private static final List<DataType> INTEGERS =
      List.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INTEGER, Primitive.BIGINT);

  /** How many digits the integers have, in the same order. */
  private static final List<Integer> DIGITS = List.of(3, 5, 10, 19);

  /** What is told apart of a sub-field, by what the same change is of a column. */
  private static final Map<ChangeKind, ChangeKind> OF_FIELDS =
      Map.of(
          ChangeKind.INTEGER_NARROWED, ChangeKind.FIELD_NARROWED,
          ChangeKind.INTEGER_TO_TEXT, ChangeKind.FIELD_INTEGER_TO_TEXT,
          ChangeKind.INTEGER_TO_DOUBLE, ChangeKind.FIELD_INTEGER_TO_DOUBLE,
          ChangeKind.TEXT_TO_INTEGER, ChangeKind.FIELD_TEXT_TO_INTEGER);

  private TypeChangeKind() {}

  static ChangeKind of(TypeChange types, boolean nested) {
    ChangeKind anywhere = ofNotes(types);
    if (anywhere == null) {
      anywhere = ofAnyPart(types.older(), types.newer());
    }
    if (anywhere != null) {
      return anywhere;
    }
    return nested ? ofField(types.older(), types.newer()) : ofColumn(types.older(), types.newer());
  }

  private static ChangeKind ofField(DataType older, DataType newer) {
    if (Widening.leadsFrom(older, newer)) {
      return ChangeKind.FIELD_WIDENED;
    }
    return OF_FIELDS.getOrDefault(ofColumn(older, newer), ChangeKind.FIELD_TYPE_CHANGED);
  }

  /** What only the file's own words about its type tell. */
  private static @Nullable ChangeKind ofNotes(TypeChange types) {
    if (types.has(Code.UNMARKED_LIST)) {
      return ChangeKind.LIST_UNMARKED;
    } else if (types.has(Code.ENUM) && isText(types.newer())) {
      return ChangeKind.ENUM_TO_TEXT;
    } else if (types.has(Code.FIXED_LENGTH) && isText(types.newer())) {
      return types.older() == Primitive.BINARY ? ChangeKind.FIXED_BYTES_TO_TEXT : null;
    } else if (types.has(Code.FIXED_LENGTH) && keeps(types)) {
      return ChangeKind.FIXED_BYTES;
    } else if (types.has(Code.VARIABLE_DECIMAL) && keeps(types)) {
      return types.older().equals(types.newer())
          ? ChangeKind.DECIMAL_IN_BYTES
          : ChangeKind.TYPE_CHANGED;
    } else if (types.has(Code.MICROSECONDS) && types.newer() == Primitive.TIMESTAMP) {
      return ChangeKind.MICROSECONDS_TO_TIMESTAMP;
    } else if (types.has(Code.NANOSECONDS) && keeps(types)) {
      return ChangeKind.NANOSECONDS_TO_TIMESTAMP;
    }
    return null;
  }

  /** Whether the type alone has no change, or none that a value would show. */
  private static boolean keeps(TypeChange types) {
    return types.older().equals(types.newer())
        || (types.older() instanceof DataType.Decimal older
            && types.newer() instanceof DataType.Decimal newer
            && ofDecimals(older, newer) == ChangeKind.DECIMAL_WIDENED);
  }

  /** Those that are alike whether a column or a part of one has them. */
  private static @Nullable ChangeKind ofAnyPart(DataType older, DataType newer) {
    if (older == Primitive.TINYINT && Widening.leadsFrom(older, newer)) {
      return ChangeKind.TINYINT_WIDENED;
    } else if (older instanceof DataType.Char && isText(newer)) {
      return ChangeKind.CHAR_RESPELLED;
    } else if (isText(older) && isText(newer)) {
      return ChangeKind.TEXT_RESPELLED;
    } else if (older == Primitive.STRING && newer == Primitive.BINARY) {
      return ChangeKind.TEXT_TO_BINARY;
    } else if (older == Primitive.BINARY && isText(newer)) {
      return ChangeKind.BINARY_TO_TEXT;
    }
    return older instanceof DataType.Decimal from && newer instanceof DataType.Decimal to
        ? ofDecimals(from, to)
        : null;
  }

  private static boolean isText(DataType type) {
    return type == Primitive.STRING
        || type instanceof DataType.Varchar
        || type instanceof DataType.Char;
  }

  private static ChangeKind ofDecimals(DataType.Decimal older, DataType.Decimal newer) {
    boolean holds =
        newer.scale() >= older.scale()
            && newer.precision() - newer.scale() >= older.precision() - older.scale();
    return holds ? ChangeKind.DECIMAL_WIDENED : ChangeKind.DECIMAL_NARROWED;
  }

  private static ChangeKind ofColumn(DataType older, DataType newer) {
    if (older.isNested() != newer.isNested()) {
      return older.isNested() ? ChangeKind.NESTED_TO_SCALAR : ChangeKind.SCALAR_TO_NESTED;
    } else if (Widening.leadsFrom(older, newer)) {
      return older == Primitive.REAL ? ChangeKind.REAL_WIDENED : ChangeKind.INTEGER_WIDENED;
    } else if (Widening.leadsFrom(newer, older)) {
      return older == Primitive.DOUBLE ? ChangeKind.DOUBLE_NARROWED : ChangeKind.INTEGER_NARROWED;
    } else if (INTEGERS.contains(older)) {
      return ofInteger(INTEGERS.indexOf(older), newer);
    } else if (older == Primitive.STRING && INTEGERS.contains(newer)) {
      return ChangeKind.TEXT_TO_INTEGER;
    } else if (older instanceof DataType.Decimal) {
      return ChangeKind.DECIMAL_TO_OTHER;
    }
    return newer == Primitive.STRING ? toText(older) : ChangeKind.TYPE_CHANGED;
  }

  private static ChangeKind toText(DataType older) {
    if (older == Primitive.REAL || older == Primitive.DOUBLE) {
      return ChangeKind.REAL_TO_TEXT;
    }
    return older == Primitive.BOOLEAN ? ChangeKind.BOOLEAN_TO_TEXT : ChangeKind.TYPE_CHANGED;
  }

  /** A bigint may have more digits than a double. */
  private static ChangeKind ofInteger(int older, DataType newer) {
    if (newer == Primitive.STRING) {
      return ChangeKind.INTEGER_TO_TEXT;
    } else if (newer == Primitive.DOUBLE && INTEGERS.get(older) != Primitive.BIGINT) {
      return ChangeKind.INTEGER_TO_DOUBLE;
    }
    return newer instanceof DataType.Decimal decimal
            && decimal.precision() - decimal.scale() >= DIGITS.get(older)
        ? ChangeKind.INTEGER_TO_DECIMAL
        : ChangeKind.TYPE_CHANGED;
  }
}
