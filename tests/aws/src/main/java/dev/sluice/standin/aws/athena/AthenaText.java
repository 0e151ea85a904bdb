package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value in Athena's results: {@code [1, 2]}, {@code {a=1, b=2}}, {@code {1=2, 3=4}},
 * {@code 68 65 6c} for bytes. Texts within nested values are not quoted, and NULL there is {@code
 * null}.
 */
final class AthenaText {
  private AthenaText() {}

  /** Null for NULL. */
  static @Nullable String of(TrinoType type, JsonNode value) {
    return value.isNull() ? null : text(type, value);
  }

  private static String nested(TrinoType type, JsonNode value) {
    return value.isNull() ? "null" : text(type, value);
  }

  private static String text(TrinoType type, JsonNode value) {
    return switch (type.name()) {
      case "array" -> array(type.types().get(0), value);
      case "map" -> map(type, value);
      case "row" -> row(type, value);
      case "double" -> value.isNumber() ? Double.toString(value.doubleValue()) : value.asText();
      case "real" -> value.isNumber() ? Float.toString(value.floatValue()) : value.asText();
      case "varbinary" -> bytes(value.asText());
      default -> value.asText();
    };
  }

  private static String array(TrinoType element, JsonNode list) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    list.forEach(each -> text.add(nested(element, each)));
    return text.toString();
  }

  private static String map(TrinoType type, JsonNode object) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      text.add(each.getKey() + "=" + nested(type.types().get(1), each.getValue()));
    }
    return text.toString();
  }

  private static String row(TrinoType type, JsonNode list) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < type.types().size(); i++) {
      String field = type.fields().get(i);
      // Trino's client calls fields without a name so.
      text.add(
          (field.isEmpty() ? "field" + i : field)
              + "="
              + nested(type.types().get(i), list.path(i)));
    }
    return text.toString();
  }

  private static String bytes(String base64) {
    List<String> bytes = new ArrayList<>();
    for (byte each : Base64.getDecoder().decode(base64)) {
      bytes.add("%02x".formatted(each));
    }
    return String.join(" ", bytes);
  }
}
