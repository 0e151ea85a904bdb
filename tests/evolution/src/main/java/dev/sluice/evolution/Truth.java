package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is right to read of a written value through a newer type: by name, what is absent is NULL,
 * what was renamed is what it was. Structs and arrays are lists, maps are maps, numbers are {@link
 * BigDecimal}, texts are texts, so that any engine's answer can be brought to the same form.
 */
final class Truth {
  private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MOST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Map<String, String> renamed;

  Truth(Map<String, String> renamed) {
    this.renamed = renamed;
  }

  List<@Nullable Object> columns(Type.Struct newer, Type.Struct older, Row row) {
    return fields("", newer, older, row);
  }

  private List<@Nullable Object> fields(
      String parent, Type.Struct newer, Type.Struct older, Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Type.Field field : newer.fields()) {
      String path = parent + field.name();
      String written = renamed.getOrDefault(path, field.name());
      Type type = type(older, written);
      values.add(type == null ? null : value(path, field.type(), type, row.get(written)));
    }
    return values;
  }

  private static @Nullable Type type(Type.Struct shape, String name) {
    return shape.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Type.Field::type)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Object value(String path, Type newer, Type older, @Nullable Object value) {
    if (value == null) {
      return null;
    } else if (newer instanceof Type.Struct struct && older instanceof Type.Struct written) {
      return fields(path + ".", struct, written, (Row) value);
    } else if (newer instanceof Type.ArrayOf array && older instanceof Type.ArrayOf written) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(value(path + ".element", array.element(), written.element(), element));
      }
      return elements;
    } else if (newer instanceof Type.MapOf map && older instanceof Type.MapOf written) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, each) ->
                  entries.put(
                      (String) key, value(path + ".value", map.value(), written.value(), each)));
      return entries;
    }
    return isScalar(newer) && isScalar(older) ? scalar(newer, value) : NoRightValue.INSTANCE;
  }

  private static boolean isScalar(Type type) {
    return type instanceof Type.Scalar || type instanceof Type.Decimal;
  }

  private static Object scalar(Type newer, Object value) {
    if (newer == Type.Scalar.STRING) {
      return value.toString();
    }
    BigDecimal number;
    try {
      number = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return newer == Type.Scalar.BOOLEAN ? value.toString() : NoRightValue.INSTANCE;
    }
    boolean fits =
        newer != Type.Scalar.INT
            || (number.compareTo(LEAST_INT) >= 0 && number.compareTo(MOST_INT) <= 0);
    return fits ? number : NoRightValue.INSTANCE;
  }
}
