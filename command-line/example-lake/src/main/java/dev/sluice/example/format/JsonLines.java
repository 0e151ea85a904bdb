package dev.sluice.example.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line. A NULL column is left out, a NULL inside a column is written: readers
 * meet both. Dates and times have no one JSON form that every engine reads, so they must be text.
 */
public final class JsonLines implements RowFile {
  @Override
  public void write(Path file, Type.Struct shape, List<Row> rows) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (Row row : rows) {
        object(json, shape, row, false);
      }
      json.writeRaw('\n');
    }
  }

  private static void object(JsonGenerator json, Type.Struct shape, Row row, boolean withNulls)
      throws IOException {
    json.writeStartObject();
    for (Type.Field field : shape.fields()) {
      Object value = row.get(field.name());
      if (value != null || withNulls) {
        json.writeFieldName(field.name());
        value(json, field.type(), value);
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Type type, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (type instanceof Type.Struct struct) {
      object(json, struct, (Row) value, true);
    } else if (type instanceof Type.ArrayOf array) {
      json.writeStartArray();
      for (Object element : (List<?>) value) {
        value(json, array.element(), element);
      }
      json.writeEndArray();
    } else if (type instanceof Type.MapOf map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName((String) entry.getKey());
        value(json, map.value(), entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      json.writePOJO(value);
    } else {
      throw new IllegalArgumentException("No JSON form of " + type.hive() + ": " + value);
    }
  }
}
