package dev.sluice.files;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes types in Hive's terms for one file, and gathers what is found on the way. Keeps types
 * within bounds of depth and size. Not shareable between threads.
 */
final class TypeNotes {
  /** As deep as types of the catalog are read. */
  private static final int MAX_DEPTH = 128;

  private static final int MAX_PARTS = 100_000;
  private static final int MAX_FINDINGS = 1_000;
  private static final int MAX_PRECISION = 38;
  private static final int MAX_CHAR = 255;
  private static final int MAX_VARCHAR = 65_535;

  private final Set<FileFinding> findings = new LinkedHashSet<>();
  private int parts;

  static String under(String path, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return path.isEmpty() ? lower : path + "." + lower;
  }

  /** To be called once for each part of a type: short descriptions may unfold to huge ones. */
  void part(String path, int depth) throws BadFileException {
    if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
      String column = path.length() > 80 ? path.substring(0, 80) + "…" : path;
      throw new BadFileException(
          FileFinding.Code.TOO_LARGE,
          "Columns of more than %d levels or %d parts are not read: %s"
              .formatted(MAX_DEPTH, MAX_PARTS, column));
    }
  }

  void note(FileFinding.Code code, String path, String text) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(new FileFinding(code, path, text));
    }
  }

  /**
   * A type that Hive does not have.
   *
   * @param type what the file's format calls it
   */
  DataType unsupported(String path, String type, String reason) {
    note(FileFinding.Code.UNSUPPORTED_TYPE, path, reason);
    return new DataType.Unsupported(type, reason);
  }

  DataType struct(String path, List<DataType.Field> fields) {
    if (fields.isEmpty()) {
      return unsupported(path, "struct<>", "A struct without fields holds no value");
    }
    Set<String> names = new HashSet<>();
    List<DataType.Field> lower = new ArrayList<>();
    for (DataType.Field field : fields) {
      String name = field.name().toLowerCase(Locale.ROOT);
      lower.add(new DataType.Field(name, field.type()));
      if (!names.add(name)) {
        note(FileFinding.Code.DUPLICATE_NAME, under(path, name), "Two fields have this name");
        return new DataType.Unsupported("struct", "The struct has two fields named " + name);
      }
    }
    return new DataType.Struct(lower);
  }

  DataType decimal(String path, int precision, int scale) {
    if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
      String type = "decimal(%d,%d)".formatted(precision, scale);
      return unsupported(
          path, type, "A decimal has from 1 to 38 digits and no more of them after the point");
    }
    return new DataType.Decimal(precision, scale);
  }

  DataType character(String path, boolean fixed, long length) {
    int most = fixed ? MAX_CHAR : MAX_VARCHAR;
    if (length < 1 || length > most) {
      String type = "%s(%d)".formatted(fixed ? "char" : "varchar", length);
      return unsupported(path, type, "The length is from 1 to " + most);
    }
    return fixed ? new DataType.Char((int) length) : new DataType.Varchar((int) length);
  }

  /** The schema of a file with these columns. */
  FileSchema schema(List<DataType.Field> fields, boolean sampled) {
    Set<String> names = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (DataType.Field field : fields) {
      Column column = new Column(field.name(), field.type());
      columns.add(column);
      if (!names.add(column.name())) {
        note(FileFinding.Code.DUPLICATE_NAME, column.name(), "Two columns have this name");
      }
    }
    return new FileSchema(columns, sampled, List.copyOf(findings));
  }
}
