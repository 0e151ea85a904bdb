package dev.sluice.example.format;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;

import java.math.BigInteger;
import java.util.List;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a shape: all optional, lists and maps in the standard three levels. */
final class ParquetSchemas {
  static final String KEY = "key";
  static final String VALUE = "value";
  static final String ELEMENT = "element";

  private ParquetSchemas() {}

  static MessageType message(Type.Struct shape) {
    return new MessageType("row", fields(shape));
  }

  /** How many bytes a decimal of that many digits takes. */
  static int width(int precision) {
    return BigInteger.TEN.pow(precision).subtract(BigInteger.ONE).bitLength() / 8 + 1;
  }

  private static List<org.apache.parquet.schema.Type> fields(Type.Struct shape) {
    return shape.fields().stream().map(field -> optional(field.name(), field.type())).toList();
  }

  private static org.apache.parquet.schema.Type optional(String name, Type type) {
    if (type instanceof Type.Struct struct) {
      return new GroupType(OPTIONAL, name, fields(struct));
    }
    if (type instanceof Type.ArrayOf array) {
      return ConversionPatterns.listOfElements(OPTIONAL, name, optional(ELEMENT, array.element()));
    }
    if (type instanceof Type.MapOf map) {
      PrimitiveType key = Types.required(PrimitiveTypeName.BINARY).as(stringType()).named(KEY);
      return ConversionPatterns.mapType(OPTIONAL, name, key, optional(VALUE, map.value()));
    }
    if (type instanceof Type.Decimal decimal) {
      // As Hive writes decimals, which every reader of Hive tables knows.
      return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
          .length(width(decimal.precision()))
          .as(decimalType(decimal.scale(), decimal.precision()))
          .named(name);
    }
    return scalar(name, (Type.Scalar) type);
  }

  private static PrimitiveType scalar(String name, Type.Scalar type) {
    return switch (type) {
      case STRING -> Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(name);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case TINYINT -> Types.optional(PrimitiveTypeName.INT32).as(intType(8, true)).named(name);
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
      case BIGINT -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case DATE -> Types.optional(PrimitiveTypeName.INT32).as(dateType()).named(name);
      case TIMESTAMP ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(timestampType(true, TimeUnit.MILLIS))
              .named(name);
    };
  }
}
