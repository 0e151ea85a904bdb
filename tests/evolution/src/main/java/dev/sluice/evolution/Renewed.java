package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they are written once a schema has changed: what is new has a value, so that one that is
 * not read shows, and what has a new type has a value that the old one did not have.
 */
final class Renewed {
  private final Map<String, String> renamed;

  Renewed(Map<String, String> renamed) {
    this.renamed = renamed;
  }

  Row row(Type.Struct newer, Row row) {
    return struct("", newer, row);
  }

  private Row struct(String parent, Type.Struct newer, @Nullable Row row) {
    Row now = new Row();
    for (Type.Field field : newer.fields()) {
      String path = parent + field.name();
      String before = renamed.getOrDefault(path, field.name());
      now.with(field.name(), value(path, field.type(), row == null ? null : row.get(before)));
    }
    return now;
  }

  private Object value(String path, Type type, @Nullable Object before) {
    if (type instanceof Type.Struct struct) {
      return struct(path + ".", struct, before instanceof Row row ? row : null);
    } else if (type instanceof Type.ArrayOf array) {
      List<Object> elements = new ArrayList<>();
      for (Object each : before instanceof List<?> list ? list : List.of("7")) {
        elements.add(value(path + ".element", array.element(), each));
      }
      return elements;
    } else if (type instanceof Type.MapOf map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      Map<?, ?> old = before instanceof Map<?, ?> found ? found : Map.of("p", "7");
      old.forEach(
          (key, each) -> entries.put((String) key, value(path + ".value", map.value(), each)));
      return entries;
    }
    return scalar(type, before == null ? path.length() + 3 : before);
  }

  private static Object scalar(Type type, Object before) {
    if (type == Type.Scalar.STRING) {
      return before instanceof String ? before : "now " + number(before);
    }
    BigDecimal number = number(before);
    if (type instanceof Type.Decimal decimal) {
      return number.setScale(decimal.scale(), RoundingMode.DOWN);
    }
    return switch ((Type.Scalar) type) {
      case TINYINT -> number.intValue() % 100;
      case INT -> 70_000 + number.intValue() % 100;
      case BIGINT -> 5_000_000_000L + number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue() + 0.1;
      case STRING, BOOLEAN, DATE, TIMESTAMP ->
          throw new IllegalArgumentException("No number makes a " + type.hive());
    };
  }

  private static BigDecimal number(Object before) {
    try {
      return new BigDecimal(before.toString());
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(9);
    }
  }
}
