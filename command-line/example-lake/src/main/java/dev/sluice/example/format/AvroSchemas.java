package dev.sluice.example.format;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The Avro schema of a shape: every part may be NULL, and is so where an older file lacks it. */
public final class AvroSchemas {
  private static final String NAMESPACE = "web";

  private AvroSchemas() {}

  /**
   * The schema of a record.
   *
   * @param name of the record; the records inside it are named after their paths, since Avro wants
   *     a name to mean one thing
   */
  public static Schema record(String name, Type.Struct shape) {
    List<Schema.Field> fields =
        shape.fields().stream()
            .map(
                field ->
                    new Schema.Field(
                        field.name(),
                        optional(name + "_" + field.name(), field.type()),
                        null,
                        Schema.Field.NULL_DEFAULT_VALUE))
            .toList();
    return Schema.createRecord(name, null, NAMESPACE, false, fields);
  }

  private static Schema optional(String name, Type type) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), present(name, type));
  }

  private static Schema present(String name, Type type) {
    if (type instanceof Type.Struct struct) {
      return record(name, struct);
    }
    if (type instanceof Type.ArrayOf array) {
      return Schema.createArray(optional(name, array.element()));
    }
    if (type instanceof Type.MapOf map) {
      return Schema.createMap(optional(name, map.value()));
    }
    if (type instanceof Type.Decimal decimal) {
      return LogicalTypes.decimal(decimal.precision(), decimal.scale())
          .addToSchema(Schema.create(Schema.Type.BYTES));
    }
    return scalar((Type.Scalar) type);
  }

  private static Schema scalar(Type.Scalar type) {
    return switch (type) {
      case STRING -> Schema.create(Schema.Type.STRING);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case TINYINT, INT -> Schema.create(Schema.Type.INT);
      case BIGINT -> Schema.create(Schema.Type.LONG);
      case FLOAT -> Schema.create(Schema.Type.FLOAT);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      // Hive knows a timestamp in Avro by this logical type only.
      case TIMESTAMP -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    };
  }
}
