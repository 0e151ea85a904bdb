package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of a JSON object; what is not there, or is something else, counts as absent. */
final class GlueJson {
  private GlueJson() {}

  /** A member's text; null when there is none, and when it is empty, as a view's location is. */
  static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  /** A map of texts; numbers and truth values as their text, nulls left out. */
  static Map<String, String> texts(JsonNode node, String member) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.path(member).properties()) {
      JsonNode value = each.getValue();
      if (!value.isNull()) {
        texts.put(each.getKey(), value.isValueNode() ? value.asText() : value.toString());
      }
    }
    return texts;
  }
}
