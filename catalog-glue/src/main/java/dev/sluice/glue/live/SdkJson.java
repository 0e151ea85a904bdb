package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Turns what the SDK read back into the JSON that came over the wire, so that a live entry goes
 * through the same mapping as an exported one.
 */
final class SdkJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private SdkJson() {}

  static ObjectNode of(SdkPojo pojo) {
    ObjectNode node = JSON.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null && !isMadeUp(value)) {
        node.set(field.locationName(), node(value));
      }
    }
    return node;
  }

  /** The SDK gives lists and maps where the wire had none. */
  private static boolean isMadeUp(Object value) {
    return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
  }

  private static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof SdkPojo pojo) {
      return of(pojo);
    } else if (value instanceof Collection<?> list) {
      ArrayNode array = JSON.arrayNode(list.size());
      list.forEach(each -> array.add(node(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, each) -> object.set(String.valueOf(key), node(each)));
      return object;
    } else if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    } else if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Long number) {
      return JSON.numberNode(number);
    } else if (value instanceof Double number) {
      return JSON.numberNode(number);
    } else if (value instanceof Instant time) {
      return JSON.numberNode(BigDecimal.valueOf(time.toEpochMilli(), 3));
    }
    return JSON.textNode(value.toString());
  }
}
