package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What JSON's values say of a table's columns. A row has its names in any order, leaves out what is
 * NULL and may have more than the table, so that none of this is a change; and there is one kind of
 * number and one of text for many types. What remains are values of another kind than the table's,
 * and whole numbers that need more bits than its type has.
 */
final class JsonColumns {
  /** Each has room for those before it. */
  private static final List<DataType> WHOLE =
      List.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INTEGER, Primitive.BIGINT);

  private static final Set<DataType> FLOATING = Set.of(Primitive.REAL, Primitive.DOUBLE);

  private JsonColumns() {}

  /** The table's columns, of the file's type wherever values are no values of the table's type. */
  static List<Column> seenAs(List<Column> table, List<Column> file) {
    Map<String, DataType> found = new HashMap<>();
    file.forEach(column -> found.putIfAbsent(column.name(), column.type()));
    return table.stream()
        .map(
            column ->
                new Column(
                    column.name(),
                    found.containsKey(column.name())
                        ? seenAs(column.type(), found.get(column.name()))
                        : column.type()))
        .toList();
  }

  /** Whether some row has something at the path. */
  static boolean have(List<Column> file, String path) {
    List<DataType.Field> fields =
        file.stream().map(column -> new DataType.Field(column.name(), column.type())).toList();
    return !fields.isEmpty() && has(new DataType.Struct(fields), List.of(path.split("\\.")));
  }

  private static boolean has(DataType type, List<String> path) {
    if (path.isEmpty()) {
      return true;
    }
    List<String> below = path.subList(1, path.size());
    if (type instanceof DataType.Array array) {
      return path.get(0).equals("element") && has(array.element(), below);
    } else if (type instanceof DataType.Struct object) {
      // Nothing shows whether an object is a map, whose values have no names in a path.
      return object.fields().stream()
          .anyMatch(
              field ->
                  (field.name().equals(path.get(0)) || path.get(0).equals("value"))
                      && has(field.type(), below));
    }
    return false;
  }

  private static DataType seenAs(DataType table, DataType file) {
    if (table instanceof DataType.Struct struct && file instanceof DataType.Struct object) {
      return new DataType.Struct(
          struct.fields().stream().map(field -> seenAs(field, object)).toList());
    } else if (table instanceof DataType.MapOf map && file instanceof DataType.Struct object) {
      return new DataType.MapOf(map.key(), values(map.value(), object));
    } else if (table instanceof DataType.Array array && file instanceof DataType.Array list) {
      return new DataType.Array(seenAs(array.element(), list.element()));
    }
    return holds(table, file) ? table : file;
  }

  private static DataType.Field seenAs(DataType.Field field, DataType.Struct object) {
    Optional<DataType.Field> found =
        object.fields().stream().filter(each -> each.name().equals(field.name())).findFirst();
    return new DataType.Field(
        field.name(), found.map(each -> seenAs(field.type(), each.type())).orElse(field.type()));
  }

  /** An object's fields are a map's values. */
  private static DataType values(DataType value, DataType.Struct object) {
    return object.fields().stream()
        .map(field -> seenAs(value, field.type()))
        .filter(seen -> !seen.equals(value))
        .findFirst()
        .orElse(value);
  }

  private static boolean holds(DataType table, DataType file) {
    if (file == Primitive.UNKNOWN) {
      return true;
    } else if (file == Primitive.STRING) {
      return table == Primitive.STRING
          || table instanceof DataType.Varchar
          || table instanceof DataType.Char
          || table == Primitive.DATE
          || table == Primitive.TIMESTAMP;
    }
    boolean fractions = FLOATING.contains(table) || table instanceof DataType.Decimal;
    boolean number = WHOLE.contains(file) || file instanceof DataType.Decimal;
    return file.equals(table)
        || (WHOLE.contains(file) && WHOLE.indexOf(file) <= WHOLE.indexOf(table))
        || (fractions && (number || file == Primitive.DOUBLE));
  }
}
