package dev.sluice.example.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row, or a struct inside one: values by name. A value is a String, Boolean, Integer or Long,
 * Float, Double, LocalDate, Instant (of whole milliseconds), BigDecimal (of the type's scale),
 * List, Map with text keys, or Row. Not shareable while it is being filled.
 */
public final class Row {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  public Row with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  /** The value, or null when it is NULL or when this row has no such name. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  public long number(String name) {
    return ((Number) required(name)).longValue();
  }

  public Object required(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("No value for " + name);
    }
    return value;
  }

  /** This row as a file of that shape keeps it: what the shape lacks is lost, at every depth. */
  public Row only(Type.Struct shape) {
    Row kept = new Row();
    for (Type.Field field : shape.fields()) {
      kept.with(field.name(), only(field.type(), values.get(field.name())));
    }
    return kept;
  }

  private static @Nullable Object only(Type type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.Struct struct) {
      return ((Row) value).only(struct);
    }
    if (type instanceof Type.ArrayOf array) {
      List<@Nullable Object> kept = new ArrayList<>();
      ((List<?>) value).forEach(element -> kept.add(only(array.element(), element)));
      return kept;
    }
    if (type instanceof Type.MapOf map) {
      Map<String, @Nullable Object> kept = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> kept.put((String) key, only(map.value(), each)));
      return kept;
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && row.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
