package dev.sluice.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sluice.StructValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON: a struct and a map become objects (a map's keys as text), decimals keep every
 * digit, binary is base64, dates and timestamps are text.
 */
public final class ValueJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // JSON has no NaN and no Infinity; as text they are at least not lost.
          .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private ValueJson() {}

  public static String text(@Nullable Object value) {
    return render(json -> write(json, value));
  }

  /** One object with a field a column. */
  public static String object(List<String> names, List<? extends @Nullable Object> values) {
    return render(json -> writeObject(json, names, values));
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private static String render(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof StructValue struct) {
      writeObject(json, struct.names(), struct.values());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(json, map);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeObject(
      JsonGenerator json, List<String> names, List<? extends @Nullable Object> values)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < names.size(); i++) {
      json.writeFieldName(names.get(i));
      write(json, values.get(i));
    }
    json.writeEndObject();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(keyText(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static String keyText(@Nullable Object key) {
    boolean nested = key instanceof StructValue || key instanceof Map || key instanceof List;
    return key == null || nested ? text(key) : ValueText.ofScalar(key);
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Float number) {
      json.writeNumber(number);
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Short || value instanceof Byte) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof byte[] bytes) {
      json.writeBinary(bytes);
    } else {
      json.writeString(ValueText.ofScalar(value));
    }
  }
}
