package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns and sub-fields at any depth by their paths: {@code page}, {@code page.section}, {@code
 * items.element.sku}, {@code tags.value.text}.
 */
final class FieldPaths {
  private FieldPaths() {}

  /** Those of a table's columns and sub-fields that rows of JSON show. */
  static Set<String> shown(List<Column> table, List<Column> rows) {
    Set<String> shown = new HashSet<>();
    shown("", fields(table), fields(rows), shown);
    return shown;
  }

  private static void shown(String parent, List<Field> table, List<Field> rows, Set<String> shown) {
    for (Field field : table) {
      for (Field written : rows) {
        if (written.name().equals(field.name())) {
          shown.add(parent + field.name());
          shown(parent + field.name(), field.type(), written.type(), shown);
        }
      }
    }
  }

  private static void shown(String path, DataType table, DataType rows, Set<String> shown) {
    if (table instanceof DataType.Struct struct && rows instanceof DataType.Struct object) {
      shown(path + ".", struct.fields(), object.fields(), shown);
    } else if (table instanceof DataType.Array array && rows instanceof DataType.Array list) {
      shown(path + ".element", array.element(), list.element(), shown);
    } else if (table instanceof DataType.MapOf map && rows instanceof DataType.Struct object) {
      // An object's fields are a map's values.
      object.fields().forEach(each -> shown(path + ".value", map.value(), each.type(), shown));
    }
  }

  /** Whether one of the paths is this one, or leads to it. */
  static boolean isAmong(Set<String> paths, String path) {
    return paths.contains(path)
        || paths.stream()
            .anyMatch(each -> path.startsWith(each) && path.charAt(each.length()) == '.');
  }

  /** The columns without what stands at the paths. */
  static List<Column> without(List<Column> columns, Set<String> paths) {
    return columns.stream()
        .filter(column -> !paths.contains(column.name()))
        .map(column -> new Column(column.name(), without(column.name(), column.type(), paths)))
        .toList();
  }

  private static DataType without(String path, DataType type, Set<String> paths) {
    if (type instanceof DataType.Struct struct) {
      return new DataType.Struct(
          struct.fields().stream()
              .filter(field -> !paths.contains(path + "." + field.name()))
              .map(
                  field ->
                      new Field(
                          field.name(), without(path + "." + field.name(), field.type(), paths)))
              .toList());
    } else if (type instanceof DataType.Array array) {
      return new DataType.Array(without(path + ".element", array.element(), paths));
    } else if (type instanceof DataType.MapOf map) {
      return new DataType.MapOf(map.key(), without(path + ".value", map.value(), paths));
    }
    return type;
  }

  private static List<Field> fields(List<Column> columns) {
    return columns.stream().map(column -> new Field(column.name(), column.type())).toList();
  }
}
