package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.StructValue;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as {@code getObject} gives them, at any depth. */
final class Nested {
  private Nested() {}

  static @Nullable Object object(@Nullable Object value, DataType type) {
    if (value instanceof Byte || value instanceof Short) {
      return ((Number) value).intValue();
    } else if (value instanceof LocalDate date) {
      return Date.valueOf(date);
    } else if (value instanceof LocalDateTime timestamp) {
      return Timestamp.valueOf(timestamp);
    } else if (value instanceof byte[] bytes) {
      return bytes.clone();
    } else if (value instanceof StructValue struct && type instanceof DataType.Struct of) {
      return new NestedStruct(struct, of);
    } else if (value instanceof List<?> list && type instanceof DataType.Array of) {
      return new NestedArray(list, of.element());
    } else if (value instanceof Map<?, ?> map && type instanceof DataType.MapOf of) {
      return map(map, of);
    }
    return value;
  }

  private static Map<Object, @Nullable Object> map(Map<?, ?> map, DataType.MapOf type) {
    Map<Object, @Nullable Object> objects = new LinkedHashMap<>();
    map.forEach((key, value) -> put(objects, object(key, type.key()), object(value, type.value())));
    return objects;
  }

  /** A map has no NULL among its keys. */
  private static void put(
      Map<Object, @Nullable Object> objects, @Nullable Object key, @Nullable Object value) {
    if (key != null) {
      objects.put(key, value);
    }
  }
}
