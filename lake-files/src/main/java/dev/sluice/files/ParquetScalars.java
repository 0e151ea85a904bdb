package dev.sluice.files;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding.Code;
import java.util.Locale;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;

/** Parquet's values in Hive's terms: how they are stored, and what they are said to mean. */
final class ParquetScalars {
  private ParquetScalars() {}

  static DataType type(String path, SchemaElement element, TypeNotes notes) {
    if (element.isSetLogicalType()) {
      return logical(path, element, notes);
    }
    return element.isSetConverted_type()
        ? converted(path, element, notes)
        : stored(path, element.getType(), notes);
  }

  /** What the annotation calls the type. */
  static String name(SchemaElement element) {
    LogicalType._Fields field =
        element.isSetLogicalType() ? element.getLogicalType().getSetField() : null;
    if (field != null && field != LogicalType._Fields.UNKNOWN) {
      return field.getFieldName().toLowerCase(Locale.ROOT);
    }
    return element.isSetConverted_type()
        ? element.getConverted_type().name().toLowerCase(Locale.ROOT)
        : "unknown";
  }

  private static DataType stored(String path, Type type, TypeNotes notes) {
    return switch (type) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case INT32 -> Primitive.INTEGER;
      case INT64 -> Primitive.BIGINT;
      case FLOAT -> Primitive.REAL;
      case DOUBLE -> Primitive.DOUBLE;
      case BYTE_ARRAY -> Primitive.BINARY;
      case FIXED_LEN_BYTE_ARRAY -> {
        notes.note(Code.FIXED_LENGTH, path, "The bytes have one length");
        yield Primitive.BINARY;
      }
      case INT96 -> {
        notes.note(Code.INT96_TIMESTAMP, path, "The timestamp takes twelve bytes");
        yield Primitive.TIMESTAMP;
      }
    };
  }

  private static DataType logical(String path, SchemaElement element, TypeNotes notes) {
    LogicalType meaning = element.getLogicalType();
    LogicalType._Fields field = meaning.getSetField();
    if (field == null) {
      return unsupported(path, element, notes);
    }
    return switch (field) {
      case STRING, ENUM, JSON -> only(Type.BYTE_ARRAY, Primitive.STRING, path, element, notes);
      case BSON -> only(Type.BYTE_ARRAY, Primitive.BINARY, path, element, notes);
      case DECIMAL -> {
        int scale = meaning.getDECIMAL().getScale();
        yield decimal(path, element, meaning.getDECIMAL().getPrecision(), scale, notes);
      }
      case DATE -> only(Type.INT32, Primitive.DATE, path, element, notes);
      case TIMESTAMP -> timestamp(path, element, meaning.getTIMESTAMP(), notes);
      case INTEGER -> integer(path, element, meaning.getINTEGER(), notes);
      // Nothing but NULLs. Parquet's own Java library says it of intervals too.
      case UNKNOWN ->
          element.isSetConverted_type() ? converted(path, element, notes) : Primitive.UNKNOWN;
      case MAP, LIST, TIME, UUID, FLOAT16, VARIANT, GEOMETRY, GEOGRAPHY ->
          unsupported(path, element, notes);
    };
  }

  private static DataType timestamp(
      String path, SchemaElement element, TimestampType type, TypeNotes notes) {
    if (type.getUnit().isSetNANOS()) {
      notes.note(Code.NANOSECONDS, path, "The timestamp is counted in nanoseconds");
    }
    if (!type.isIsAdjustedToUTC()) {
      notes.note(Code.LOCAL_TIMESTAMP, path, "The timestamp is of no zone");
    }
    return only(Type.INT64, Primitive.TIMESTAMP, path, element, notes);
  }

  private static DataType integer(
      String path, SchemaElement element, IntType type, TypeNotes notes) {
    return type.isIsSigned()
        ? signed(path, element, type.getBitWidth(), notes)
        : unsupported(path, element, notes);
  }

  private static DataType signed(String path, SchemaElement element, int bits, TypeNotes notes) {
    return switch (bits) {
      case 8 -> only(Type.INT32, Primitive.TINYINT, path, element, notes);
      case 16 -> only(Type.INT32, Primitive.SMALLINT, path, element, notes);
      case 32 -> only(Type.INT32, Primitive.INTEGER, path, element, notes);
      case 64 -> only(Type.INT64, Primitive.BIGINT, path, element, notes);
      default -> unsupported(path, element, notes);
    };
  }

  private static DataType converted(String path, SchemaElement element, TypeNotes notes) {
    ConvertedType meaning = element.getConverted_type();
    return switch (meaning) {
      case UTF8, ENUM, JSON -> only(Type.BYTE_ARRAY, Primitive.STRING, path, element, notes);
      case BSON -> only(Type.BYTE_ARRAY, Primitive.BINARY, path, element, notes);
      case DECIMAL -> decimal(path, element, element.getPrecision(), element.getScale(), notes);
      case DATE -> only(Type.INT32, Primitive.DATE, path, element, notes);
      case TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
          only(Type.INT64, Primitive.TIMESTAMP, path, element, notes);
      case INT_8 -> signed(path, element, 8, notes);
      case INT_16 -> signed(path, element, 16, notes);
      case INT_32 -> signed(path, element, 32, notes);
      case INT_64 -> signed(path, element, 64, notes);
      case UINT_8, UINT_16, UINT_32, UINT_64 -> unsupported(path, element, notes);
      case MAP, MAP_KEY_VALUE, LIST, TIME_MILLIS, TIME_MICROS, INTERVAL ->
          unsupported(path, element, notes);
    };
  }

  private static DataType decimal(
      String path, SchemaElement element, int precision, int scale, TypeNotes notes) {
    return switch (element.getType()) {
      case INT32, INT64, FIXED_LEN_BYTE_ARRAY -> notes.decimal(path, precision, scale);
      case BYTE_ARRAY -> {
        notes.note(
            Code.VARIABLE_DECIMAL, path, "The decimal takes as many bytes as its digits need");
        yield notes.decimal(path, precision, scale);
      }
      case BOOLEAN, INT96, FLOAT, DOUBLE -> unsupported(path, element, notes);
    };
  }

  /** A meaning counts over the one way to store it that Parquet gives it. */
  private static DataType only(
      Type stored, DataType type, String path, SchemaElement element, TypeNotes notes) {
    return element.getType() == stored ? type : unsupported(path, element, notes);
  }

  private static DataType unsupported(String path, SchemaElement element, TypeNotes notes) {
    String name = name(element);
    String reason = "Hive has no type for Parquet's %s over %s".formatted(name, element.getType());
    return notes.unsupported(path, name, reason);
  }
}
