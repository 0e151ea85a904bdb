package dev.sluice.files;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.orc.OrcProto;
import org.apache.orc.OrcProto.Type.Kind;

/** ORC's types, which are Hive's: a list in which a type names its parts. Not shareable. */
final class OrcTypes {
  /** What ORC's own writers take a decimal for that does not say. */
  private static final int DEFAULT_PRECISION = 38;

  private static final int DEFAULT_SCALE = 10;

  private final TypeNotes notes = new TypeNotes();
  private final List<OrcProto.Type> types;
  private final BitSet seen = new BitSet();

  private OrcTypes(List<OrcProto.Type> types) {
    this.types = types;
  }

  static FileSchema schema(List<OrcProto.Type> list) throws BadFileException {
    if (list.isEmpty() || list.get(0).getKind() != Kind.STRUCT) {
      throw new BadFileException(Code.BROKEN, "The rows of the ORC file are no structs");
    }
    OrcTypes types = new OrcTypes(list);
    List<DataType.Field> fields = types.fields("", 0, 0);
    types.noteNames(fields);
    return types.notes.schema(fields, false);
  }

  private void noteNames(List<DataType.Field> fields) {
    boolean positional = !fields.isEmpty();
    for (int i = 0; i < fields.size(); i++) {
      positional &= fields.get(i).name().equals("_col" + i);
    }
    if (positional) {
      notes.note(Code.POSITIONAL_NAMES, "", "The ORC file's columns are called _col0, _col1…");
    }
    boolean ids =
        types.get(0).getSubtypesList().stream()
            .flatMap(column -> types.get(column).getAttributesList().stream())
            .anyMatch(attribute -> attribute.getKey().equals("iceberg.id"));
    if (ids) {
      notes.note(Code.FIELD_IDS, "", "The ORC file's columns have Iceberg's field ids");
    }
  }

  private List<DataType.Field> fields(String path, int index, int depth) throws BadFileException {
    OrcProto.Type struct = types.get(index);
    if (struct.getFieldNamesCount() != struct.getSubtypesCount()) {
      throw new BadFileException(Code.BROKEN, "The ORC file has fields without names: " + path);
    }
    List<DataType.Field> fields = new ArrayList<>();
    for (int i = 0; i < struct.getSubtypesCount(); i++) {
      String name = struct.getFieldNames(i);
      fields.add(new DataType.Field(name, part(TypeNotes.under(path, name), index, i, depth + 1)));
    }
    return fields;
  }

  /** Parts follow what they are parts of, and each is part of one. */
  private DataType part(String path, int whole, int part, int depth) throws BadFileException {
    OrcProto.Type type = types.get(whole);
    int index = part < type.getSubtypesCount() ? type.getSubtypes(part) : -1;
    if (index <= whole || index >= types.size() || seen.get(index)) {
      throw new BadFileException(Code.BROKEN, "The ORC file's types are not one tree: " + path);
    }
    seen.set(index);
    return type(path, index, depth);
  }

  private DataType type(String path, int index, int depth) throws BadFileException {
    notes.part(path, depth);
    OrcProto.Type type = types.get(index);
    // A kind that came later than this code reads as the default, which is boolean.
    if (!type.hasKind()) {
      return notes.unsupported(path, "unknown", "A kind of ORC's types that is not known");
    }
    return switch (type.getKind()) {
      case STRUCT -> notes.struct(path, fields(path, index, depth));
      case LIST -> new DataType.Array(part(path + ".element", index, 0, depth + 1));
      case MAP ->
          new DataType.MapOf(
              part(path + ".key", index, 0, depth + 1), part(path + ".value", index, 1, depth + 1));
      case UNION -> notes.unsupported(path, "uniontype", "A uniontype has no counterpart in SQL");
      case BOOLEAN -> Primitive.BOOLEAN;
      case BYTE -> Primitive.TINYINT;
      case SHORT -> Primitive.SMALLINT;
      case INT -> Primitive.INTEGER;
      case LONG -> Primitive.BIGINT;
      case FLOAT -> Primitive.REAL;
      case DOUBLE -> Primitive.DOUBLE;
      case STRING -> Primitive.STRING;
      case BINARY -> Primitive.BINARY;
      case DATE -> Primitive.DATE;
      case TIMESTAMP -> Primitive.TIMESTAMP;
      case TIMESTAMP_INSTANT -> Primitive.TIMESTAMP_WITH_TIME_ZONE;
      case DECIMAL -> decimal(path, type);
      case CHAR, VARCHAR ->
          notes.character(
              path, type.getKind() == Kind.CHAR, Integer.toUnsignedLong(type.getMaximumLength()));
      case GEOMETRY, GEOGRAPHY ->
          notes.unsupported(path, type.getKind().name(), "Hive has no type for ORC's shapes");
    };
  }

  private DataType decimal(String path, OrcProto.Type type) {
    return notes.decimal(
        path,
        type.hasPrecision() ? type.getPrecision() : DEFAULT_PRECISION,
        type.hasScale() ? type.getScale() : DEFAULT_SCALE);
  }
}
