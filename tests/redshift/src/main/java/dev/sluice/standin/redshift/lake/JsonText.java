package dev.sluice.standin.redshift.lake;

import dev.sluice.DataType;
import dev.sluice.StructValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A nested column as Redshift gives it back with {@code json_serialization_enable}: spaces after
 * colons and commas, timestamps in ISO 8601 with milliseconds and a Z, a map as an object, and no
 * value at all where the text would be longer than 65,535 bytes (Amazon Redshift Database Developer
 * Guide, serializing-complex-JSON, read 2026-11-27). The page does not say how NULL fields are
 * shown; they are {@code null} here.
 */
final class JsonText {
  private static final int MOST_BYTES = 65_535;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private JsonText() {}

  /** The text of a column, null for NULL. */
  static @Nullable String of(DataType type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    String text = text(type, value);
    return text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? null : text;
  }

  private static String text(DataType type, @Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (type instanceof DataType.Struct struct) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < struct.fields().size(); i++) {
        DataType.Field field = struct.fields().get(i);
        Object inner = ((StructValue) value).values().get(i);
        fields.add(quoted(field.name()) + ": " + text(field.type(), inner));
      }
      return "{" + String.join(", ", fields) + "}";
    } else if (type instanceof DataType.Array array) {
      List<String> elements = new ArrayList<>();
      ((List<?>) value).forEach(element -> elements.add(text(array.element(), element)));
      return "[" + String.join(", ", elements) + "]";
    } else if (type instanceof DataType.MapOf map) {
      List<String> entries = new ArrayList<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, one) -> entries.add(quoted(key.toString()) + ": " + text(map.value(), one)));
      return "{" + String.join(", ", entries) + "}";
    }
    return scalar(value);
  }

  private static String scalar(Object value) {
    if (value instanceof Instant instant) {
      return quoted(TIMESTAMP.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    } else if (value instanceof LocalDateTime time) {
      return quoted(TIMESTAMP.format(time));
    } else if (value instanceof Boolean || isFinite(value)) {
      return value.toString();
    } else if (value instanceof Number || value instanceof byte[]) {
      throw new IllegalArgumentException(
          "How Redshift serialises "
              + value
              + " is not established; keep it out of nested columns");
    }
    return quoted(value.toString());
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
