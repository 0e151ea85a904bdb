package dev.sluice.sql.detect;

import dev.sluice.DataType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlKind;

/** Looks into types. */
final class Types {
  /** CAST and TRY_CAST. */
  static final Set<SqlKind> CASTS = Set.of(SqlKind.CAST, SqlKind.SAFE_CAST);

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

  static boolean isWhole(DataType type) {
    return type == DataType.Primitive.TINYINT
        || type == DataType.Primitive.SMALLINT
        || type == DataType.Primitive.INTEGER
        || type == DataType.Primitive.BIGINT;
  }

  static boolean isFloating(DataType type) {
    return type == DataType.Primitive.REAL || type == DataType.Primitive.DOUBLE;
  }

  /** A number that is kept digit for digit. */
  static boolean isExact(DataType type) {
    return isWhole(type) || type instanceof DataType.Decimal;
  }

  /** Text of any length up to a limit; CHAR is another matter. */
  static boolean isText(DataType type) {
    return type == DataType.Primitive.STRING || type instanceof DataType.Varchar;
  }
}
