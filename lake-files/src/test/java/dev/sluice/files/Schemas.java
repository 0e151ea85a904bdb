package dev.sluice.files;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Columns as the formats' own libraries have them. */
final class Schemas {
  private Schemas() {}

  static String orc(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + ":" + column.type().hive())
        .collect(Collectors.joining(",", "struct<", ">"));
  }

  static Schema avro(List<Column> columns) {
    return avroRecord(
        "row",
        columns.stream().map(column -> new DataType.Field(column.name(), column.type())).toList());
  }

  private static Schema avroRecord(String name, List<DataType.Field> fields) {
    return Schema.createRecord(
        name,
        null,
        null,
        false,
        fields.stream()
            .map(
                field ->
                    new Schema.Field(
                        field.name(),
                        optional(avro(name + "_" + field.name(), field.type())),
                        null,
                        Schema.Field.NULL_DEFAULT_VALUE))
            .toList());
  }

  private static Schema optional(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }

  private static Schema avro(String path, DataType type) {
    if (type instanceof DataType.Array array) {
      return Schema.createArray(optional(avro(path + "_e", array.element())));
    }
    if (type instanceof DataType.MapOf map) {
      return Schema.createMap(optional(avro(path + "_v", map.value())));
    }
    if (type instanceof DataType.Struct struct) {
      return avroRecord(path, struct.fields());
    }
    if (type instanceof DataType.Decimal decimal) {
      return LogicalTypes.decimal(decimal.precision(), decimal.scale())
          .addToSchema(Schema.create(Schema.Type.BYTES));
    }
    return switch ((Primitive) type) {
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case INTEGER -> Schema.create(Schema.Type.INT);
      case BIGINT -> Schema.create(Schema.Type.LONG);
      case REAL -> Schema.create(Schema.Type.FLOAT);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case STRING -> Schema.create(Schema.Type.STRING);
      case BINARY -> Schema.create(Schema.Type.BYTES);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case TIMESTAMP -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
      case TINYINT, SMALLINT, TIMESTAMP_WITH_TIME_ZONE, UNKNOWN ->
          throw new IllegalArgumentException("Avro has no " + type);
    };
  }

  static MessageType parquet(List<Column> columns) {
    return new MessageType(
        "row",
        columns.stream()
            .map(column -> parquet(column.name(), column.type(), Repetition.OPTIONAL))
            .toList());
  }

  private static Type parquet(String name, DataType type, Repetition repetition) {
    if (type instanceof DataType.Array array) {
      Type element = parquet("element", array.element(), Repetition.OPTIONAL);
      return ConversionPatterns.listOfElements(repetition, name, element);
    }
    if (type instanceof DataType.MapOf map) {
      return ConversionPatterns.mapType(
          repetition,
          name,
          parquet("key", map.key(), Repetition.REQUIRED),
          parquet("value", map.value(), Repetition.OPTIONAL));
    }
    if (type instanceof DataType.Struct struct) {
      return new GroupType(
          repetition,
          name,
          struct.fields().stream()
              .map(field -> parquet(field.name(), field.type(), Repetition.OPTIONAL))
              .toList());
    }
    if (type instanceof DataType.Decimal decimal) {
      return Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
          .length(16)
          .as(decimalType(decimal.scale(), decimal.precision()))
          .named(name);
    }
    return switch ((Primitive) type) {
      case BOOLEAN -> new PrimitiveType(repetition, PrimitiveTypeName.BOOLEAN, name);
      case TINYINT -> scalar(INT32, intType(8, true), repetition, name);
      case SMALLINT -> scalar(INT32, intType(16, true), repetition, name);
      case INTEGER -> new PrimitiveType(repetition, INT32, name);
      case BIGINT -> new PrimitiveType(repetition, INT64, name);
      case REAL -> new PrimitiveType(repetition, PrimitiveTypeName.FLOAT, name);
      case DOUBLE -> new PrimitiveType(repetition, PrimitiveTypeName.DOUBLE, name);
      case STRING -> scalar(BINARY, stringType(), repetition, name);
      case BINARY -> new PrimitiveType(repetition, BINARY, name);
      case DATE -> scalar(INT32, dateType(), repetition, name);
      case TIMESTAMP -> scalar(INT64, timestampType(true, TimeUnit.MICROS), repetition, name);
      case TIMESTAMP_WITH_TIME_ZONE, UNKNOWN ->
          throw new IllegalArgumentException("Parquet has no " + type);
    };
  }

  private static Type scalar(
      PrimitiveTypeName stored, LogicalTypeAnnotation meaning, Repetition repetition, String name) {
    return Types.primitive(stored, repetition).as(meaning).named(name);
  }
}
