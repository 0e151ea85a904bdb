package dev.sluice.athena.sql;

import dev.sluice.DataType;
import java.util.Optional;
import java.util.stream.Collectors;

/** How Athena spells types in casts: names of fields in quotes, for any word may be one. */
final class AthenaTypes {
  private AthenaTypes() {}

  /**
   * Empty for a type that no text can name. A part of a nested one may be {@code unknown}, which
   * Trino 411 takes (tried 2026-11-27).
   */
  static Optional<String> spell(DataType type) {
    return isSpelled(type) && type != DataType.Primitive.UNKNOWN
        ? Optional.of(text(type))
        : Optional.empty();
  }

  private static boolean isSpelled(DataType type) {
    if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().allMatch(field -> isSpelled(field.type()));
    } else if (type instanceof DataType.Array array) {
      return isSpelled(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return isSpelled(map.key()) && isSpelled(map.value());
    }
    return !(type instanceof DataType.Unsupported);
  }

  private static String text(DataType type) {
    if (type instanceof DataType.Struct struct) {
      return struct.fields().stream()
          .map(field -> quoted(field.name()) + " " + text(field.type()))
          .collect(Collectors.joining(", ", "row(", ")"));
    } else if (type instanceof DataType.Array array) {
      return "array(" + text(array.element()) + ")";
    } else if (type instanceof DataType.MapOf map) {
      return "map(" + text(map.key()) + ", " + text(map.value()) + ")";
    }
    return type.toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
