package dev.sluice.example.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class JsonReadBack implements ReadBack {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Row> rows(Path file, Type.Struct shape) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(row(shape, JSON.readTree(line)));
    }
    return rows;
  }

  private static Row row(Type.Struct shape, JsonNode object) {
    Row row = new Row();
    shape.fields().forEach(f -> row.with(f.name(), value(f.type(), object.path(f.name()))));
    return row;
  }

  private static @Nullable Object value(Type type, JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (type instanceof Type.Struct struct) {
      return row(struct, node);
    }
    if (type instanceof Type.ArrayOf array) {
      List<@Nullable Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(value(array.element(), element)));
      return elements;
    }
    if (type instanceof Type.MapOf map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      node.properties().forEach(e -> entries.put(e.getKey(), value(map.value(), e.getValue())));
      return entries;
    }
    return switch ((Type.Scalar) type) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case TINYINT, INT -> node.intValue();
      case BIGINT -> node.longValue();
      case FLOAT -> node.floatValue();
      case DOUBLE -> node.doubleValue();
      case DATE, TIMESTAMP -> throw new AssertionError("JSON has no " + type);
    };
  }

  /** Only the columns that some line has; JSON files have no schema. */
  @Override
  public Map<String, String> schema(Path file) throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JSON.readTree(line).fieldNames().forEachRemaining(name -> paths.put(name, "json"));
    }
    return paths;
  }
}
