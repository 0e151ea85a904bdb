package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * An entry as it is, and as it is to be.
 *
 * @param before null where there is none
 * @param after null where there is to be none
 */
record EntryChange(@Nullable ObjectNode before, @Nullable ObjectNode after) {

  /** What is done to the entry. */
  enum Kind {
    UPDATE("update"),
    CREATE("register"),
    DELETE("take out");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }

    String verb() {
      return verb;
    }
  }

  Kind kind() {
    return before == null ? Kind.CREATE : after == null ? Kind.DELETE : Kind.UPDATE;
  }

  EntryChange reversed() {
    return new EntryChange(after, before);
  }

  /** Of a partition. */
  List<String> values() {
    return values(after == null ? before : after);
  }

  static List<String> values(@Nullable JsonNode partition) {
    return partition == null
        ? List.of()
        : StreamSupport.stream(partition.path("Values").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
  }

  /**
   * Whether two entries of a table say the same in all that can be written. When it was last read
   * does not count, nor does a default that one of them leaves out: whether Glue fills it in is not
   * documented.
   */
  static boolean isSameTable(JsonNode one, JsonNode other) {
    return written(SdkInput.fill(TableInput.builder(), one).build())
        .equals(written(SdkInput.fill(TableInput.builder(), other).build()));
  }

  /** The same of partitions, or both are missing. */
  static boolean isSamePartition(@Nullable JsonNode one, @Nullable JsonNode other) {
    return one == null || other == null
        ? one == other
        : written(SdkInput.fill(PartitionInput.builder(), one).build())
            .equals(written(SdkInput.fill(PartitionInput.builder(), other).build()));
  }

  private static JsonNode written(SdkPojo input) {
    ObjectNode entry = SdkJson.of(input);
    entry.remove(List.of("LastAccessTime", "LastAnalyzedTime"));
    return withoutDefaults(entry);
  }

  private static JsonNode withoutDefaults(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode rest = object.objectNode();
    object
        .fields()
        .forEachRemaining(
            each -> {
              JsonNode value = withoutDefaults(each.getValue());
              boolean isDefault =
                  (value.isContainerNode() && value.isEmpty())
                      || (value.isBoolean() && !value.asBoolean())
                      || (value.isNumber() && value.asLong() == 0);
              if (!isDefault) {
                rest.set(each.getKey(), value);
              }
            });
    return rest;
  }
}
