package dev.sluice.sql.detect;

import dev.sluice.DataType;
import java.util.List;
import java.util.function.Predicate;

/** Looks into types. */
final class Types {
  private Types() {}

  /** Whether a type is of a kind, or holds one that is at any depth. */
  static boolean holds(DataType type, Predicate<DataType> kind) {
    return kind.test(type)
        || (type.isNested() && below(type).stream().anyMatch(inner -> holds(inner, kind)));
  }

  /** The types right inside an array, a map or a struct. */
  static List<DataType> below(DataType type) {
    if (type instanceof DataType.Array array) {
      return List.of(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return List.of(map.key(), map.value());
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().map(DataType.Field::type).toList();
    }
    return List.of();
  }
}
