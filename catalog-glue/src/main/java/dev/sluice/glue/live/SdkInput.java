package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Makes what the SDK sends of the JSON that {@link SdkJson} made of what it read. Members that the
 * SDK does not send are left out: those that Glue tells of a table or a partition and does not take
 * back.
 */
final class SdkInput {
  private SdkInput() {}

  /** Gives a builder all the members of an entry that it takes. */
  static <B extends SdkPojo> B fill(B builder, JsonNode entry) {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode member = entry.path(field.locationName());
      if (!member.isMissingNode() && !member.isNull()) {
        field.set(builder, value(field, member));
      }
    }
    return builder;
  }

  private static @Nullable Object value(SdkField<?> field, JsonNode node) {
    MarshallingType<?> type = field.marshallingType();
    if (node.isNull()) {
      return null;
    } else if (type == MarshallingType.LIST) {
      return list(field.getTrait(ListTrait.class).memberFieldInfo(), node);
    } else if (type == MarshallingType.MAP) {
      return map(field.getTrait(MapTrait.class).valueFieldInfo(), node);
    } else if (type == MarshallingType.SDK_POJO) {
      return ((Buildable) fill(field.constructor().get(), node)).build();
    } else if (type == MarshallingType.BOOLEAN) {
      return node.asBoolean();
    } else if (type == MarshallingType.INTEGER) {
      return node.asInt();
    } else if (type == MarshallingType.LONG) {
      return node.asLong();
    } else if (type == MarshallingType.DOUBLE) {
      return node.asDouble();
    } else if (type == MarshallingType.INSTANT) {
      return Instant.ofEpochMilli(Math.round(node.asDouble() * 1000));
    } else if (type == MarshallingType.STRING) {
      return node.asText();
    }
    throw new IllegalStateException(field.locationName() + " is of a type that is not known here");
  }

  private static List<@Nullable Object> list(SdkField<?> member, JsonNode node) {
    List<@Nullable Object> list = new ArrayList<>();
    node.forEach(each -> list.add(value(member, each)));
    return list;
  }

  private static Map<String, @Nullable Object> map(SdkField<?> member, JsonNode node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.fields().forEachRemaining(each -> map.put(each.getKey(), value(member, each.getValue())));
    return map;
  }
}
