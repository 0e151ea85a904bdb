package dev.sluice.files;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Avro's types in Hive's terms, as Hive's AvroSerDe has them (Apache Hive wiki, AvroSerDe, "Avro to
 * Hive type conversion", 2023). Not shareable between threads.
 */
final class AvroTypes {
  private final TypeNotes notes = new TypeNotes();

  /** The records around the place that is looked at: one that holds itself has no end. */
  private final Set<String> enclosing = new HashSet<>();

  private AvroTypes() {}

  static FileSchema schema(Schema schema) throws BadFileException {
    if (schema.getType() != Schema.Type.RECORD) {
      String type = schema.getType().getName();
      throw new BadFileException(
          Code.UNSUPPORTED_FORMAT, "The rows of the Avro file are no records but " + type);
    }
    AvroTypes types = new AvroTypes();
    return types.notes.schema(types.fields("", schema, 0), false);
  }

  private List<DataType.Field> fields(String path, Schema record, int depth)
      throws BadFileException {
    enclosing.add(record.getFullName());
    List<DataType.Field> fields = new ArrayList<>();
    for (Schema.Field field : record.getFields()) {
      String under = TypeNotes.under(path, field.name());
      fields.add(new DataType.Field(field.name(), type(under, field.schema(), depth + 1)));
    }
    enclosing.remove(record.getFullName());
    return fields;
  }

  private DataType type(String path, Schema schema, int depth) throws BadFileException {
    notes.part(path, depth);
    return switch (schema.getType()) {
      case RECORD -> record(path, schema, depth);
      case ARRAY -> new DataType.Array(type(path + ".element", schema.getElementType(), depth + 1));
      case MAP ->
          new DataType.MapOf(
              Primitive.STRING, type(path + ".value", schema.getValueType(), depth + 1));
      case UNION -> union(path, schema, depth);
      case NULL, BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING, BYTES, FIXED, ENUM ->
          scalar(path, schema);
    };
  }

  private DataType record(String path, Schema schema, int depth) throws BadFileException {
    if (enclosing.contains(schema.getFullName())) {
      return notes.unsupported(
          path, "record " + schema.getFullName(), "A record that holds itself has no type in SQL");
    }
    return notes.struct(path, fields(path, schema, depth));
  }

  /** Every type with null may be NULL, as all of Hive's are; several types make a uniontype. */
  private DataType union(String path, Schema schema, int depth) throws BadFileException {
    List<DataType> types = new ArrayList<>();
    for (Schema member : schema.getTypes()) {
      if (member.getType() != Schema.Type.NULL) {
        types.add(type(path, member, depth + 1));
      }
    }
    return switch (types.size()) {
      case 0 -> Primitive.UNKNOWN;
      case 1 -> types.get(0);
      default ->
          notes.unsupported(
              path,
              types.stream()
                  .map(DataType::hive)
                  .collect(Collectors.joining(",", "uniontype<", ">")),
              "A uniontype has no counterpart in SQL");
    };
  }

  private DataType scalar(String path, Schema schema) {
    if (schema.getType() == Schema.Type.FIXED) {
      notes.note(Code.FIXED_LENGTH, path, "The bytes have one length");
    } else if (schema.getType() == Schema.Type.ENUM) {
      notes.note(Code.ENUM, path, "The text is one out of a fixed set");
    }
    String meaning = schema.getProp("logicalType");
    DataType known = meaning == null ? null : meant(path, schema, meaning);
    if (known != null) {
      return known;
    }
    DataType bare = bare(schema.getType());
    if (meaning != null) {
      String text =
          "Hive reads Avro's %s as the %s that it is made of".formatted(meaning, bare.hive());
      notes.note(Code.UNKNOWN_LOGICAL_TYPE, path, text);
      noteTime(path, schema.getType(), meaning);
    }
    return bare;
  }

  private void noteTime(String path, Schema.Type type, String meaning) {
    if (type == Schema.Type.LONG && meaning.equals("timestamp-micros")) {
      notes.note(Code.MICROSECONDS, path, "The timestamp is counted in microseconds");
    } else if (type == Schema.Type.LONG && meaning.equals("timestamp-nanos")) {
      notes.note(Code.NANOSECONDS, path, "The timestamp is counted in nanoseconds");
    }
  }

  /** The logical types that Hive knows; a logical type over the wrong type is none. */
  private @Nullable DataType meant(String path, Schema schema, String meaning) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return notes.decimal(path, decimal.getPrecision(), decimal.getScale());
    }
    return switch (schema.getType()) {
      case INT -> meaning.equals("date") ? Primitive.DATE : null;
      case LONG -> meaning.equals("timestamp-millis") ? Primitive.TIMESTAMP : null;
      case STRING -> characters(path, schema, meaning.toLowerCase(Locale.ROOT));
      default -> null;
    };
  }

  /** Hive's own, with the length beside it. */
  private @Nullable DataType characters(String path, Schema schema, String meaning) {
    boolean known = meaning.equals("char") || meaning.equals("varchar");
    return known && schema.getObjectProp("maxLength") instanceof Number length
        ? notes.character(path, meaning.equals("char"), length.longValue())
        : null;
  }

  private static DataType bare(Schema.Type type) {
    return switch (type) {
      case NULL -> Primitive.UNKNOWN;
      case BOOLEAN -> Primitive.BOOLEAN;
      case INT -> Primitive.INTEGER;
      case LONG -> Primitive.BIGINT;
      case FLOAT -> Primitive.REAL;
      case DOUBLE -> Primitive.DOUBLE;
      case STRING, ENUM -> Primitive.STRING;
      case BYTES, FIXED -> Primitive.BINARY;
      case RECORD, ARRAY, MAP, UNION -> throw new IllegalArgumentException(type + " has parts");
    };
  }
}
