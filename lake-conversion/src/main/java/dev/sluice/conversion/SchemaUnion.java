package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a table and all that its partitions and files have besides, by name and at any
 * depth. What the table declares keeps its type and its place; the rest comes after. Not shareable
 * between threads.
 */
final class SchemaUnion {
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Set<String> keys = new TreeSet<>();
  private final Set<String> added = new TreeSet<>();
  private final Set<String> conflicts = new TreeSet<>();
  private final Set<String> declared = new TreeSet<>();

  /**
   * @param partitionKeys which files may hold too, and which are not read out of them
   */
  SchemaUnion(List<Column> declaredColumns, List<Column> partitionKeys) {
    partitionKeys.forEach(key -> keys.add(key.name()));
    for (Column column : declaredColumns) {
      columns.put(column.name(), column);
      paths(column.name(), column.type(), declared);
    }
  }

  /** All leaves and structs below a path, and the path itself. */
  private static void paths(String path, DataType type, Set<String> into) {
    into.add(path);
    if (type instanceof DataType.Struct struct) {
      struct.fields().forEach(f -> paths(path + "." + f.name(), f.type(), into));
    } else if (type instanceof DataType.Array array) {
      paths(path + "[]", array.element(), into);
    } else if (type instanceof DataType.MapOf map) {
      paths(path + "{}", map.value(), into);
    }
  }

  /** Puts more columns to it, as a partition or a file has them. */
  void add(List<Column> more) {
    for (Column column : more) {
      if (keys.contains(column.name())) {
        continue;
      }
      Column known = columns.get(column.name());
      if (known == null) {
        added.add(column.name());
        columns.put(column.name(), new Column(column.name(), column.type()));
      } else {
        DataType both = both(column.name(), known.type(), column.type());
        columns.put(column.name(), new Column(known.name(), both, known.comment()));
      }
    }
  }

  private DataType both(String path, DataType known, DataType other) {
    if (known instanceof DataType.Struct left && other instanceof DataType.Struct right) {
      return struct(path, left, right);
    } else if (known instanceof DataType.Array left && other instanceof DataType.Array right) {
      return new DataType.Array(both(path + "[]", left.element(), right.element()));
    } else if (known instanceof DataType.MapOf left && other instanceof DataType.MapOf right) {
      return new DataType.MapOf(left.key(), both(path + "{}", left.value(), right.value()));
    } else if (!known.equals(other) && !declared.contains(path)) {
      conflicts.add("%s is %s and %s".formatted(path, known.hive(), other.hive()));
    }
    // How a declared type reads files of another is what the capability matrix tells of Spark.
    return known;
  }

  private DataType struct(String path, DataType.Struct left, DataType.Struct right) {
    List<Field> fields = new ArrayList<>();
    for (Field field : left.fields()) {
      DataType type = field.type();
      for (Field same : right.fields()) {
        if (same.name().equalsIgnoreCase(field.name())) {
          type = both(path + "." + field.name(), field.type(), same.type());
        }
      }
      fields.add(new Field(field.name(), type));
    }
    for (Field field : right.fields()) {
      if (left.fields().stream().noneMatch(f -> f.name().equalsIgnoreCase(field.name()))) {
        added.add(path + "." + field.name());
        fields.add(field);
      }
    }
    return new DataType.Struct(fields);
  }

  List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** The paths that the table does not declare: {@code device.browser}, {@code bids[].deal_id}. */
  List<String> added() {
    return List.copyOf(added);
  }

  /** Columns and fields that nobody declares and that have different types, each as a sentence. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }
}
