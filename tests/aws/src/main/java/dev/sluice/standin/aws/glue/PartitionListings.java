package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * GetPartitions (1,000 a page at most, 10 segments at most), GetPartition, BatchGetPartition (1,000
 * at most).
 */
record PartitionListings(Lookups lookups, Pages pages) {
  private static final int PAGE = 1000;

  void register(GlueService service) {
    service.reading("GetPartitions", this::list);
    service.reading("GetPartition", this::get);
    service.reading("BatchGetPartition", this::getSeveral);
  }

  private JsonNode list(Caller caller, JsonNode request) {
    Object listing = GlueService.listing("GetPartitions", caller, request);
    int start = GlueService.start(pages, listing, request);
    Lookups.Table table = table(caller, request);
    if (table == null) {
      return GlueService.listed("Partitions", new Pages.Page<>(List.of(), null));
    }
    Predicate<List<String>> wanted = filter(request, table).and(segment(request.path("Segment")));
    int size = GlueService.size(request, PAGE);
    List<ObjectNode> found = new ArrayList<>();
    List<ObjectNode> all = table.stored().partitions();
    int next = start;
    while (next < all.size()) {
      ObjectNode entry = all.get(next);
      if (wanted.test(StoredTable.values(entry.path("Values")))) {
        if (found.size() == size) {
          break;
        }
        found.add(seen(caller, table, entry, request));
      }
      next++;
    }
    String token = next < all.size() ? pages.token(listing, next) : null;
    return GlueService.listed("Partitions", new Pages.Page<>(found, token));
  }

  private static Predicate<List<String>> filter(JsonNode request, Lookups.Table table) {
    String expression = request.path("Expression").asText("");
    return expression.isEmpty()
        ? values -> true
        : PartitionFilter.of(expression, table.stored().keys())::selects;
  }

  private static Predicate<List<String>> segment(JsonNode segment) {
    if (!segment.isObject()) {
      return values -> true;
    }
    int total = segment.path("TotalSegments").asInt();
    int number = segment.path("SegmentNumber").asInt(-1);
    if (total < 1 || total > 10 || number < 0 || number >= total) {
      throw GlueErrors.invalidInput("Segment " + segment);
    }
    return values -> Math.floorMod(values.hashCode(), total) == number;
  }

  private ObjectNode seen(
      Caller caller, Lookups.Table table, ObjectNode entry, @Nullable JsonNode request) {
    ObjectNode seen =
        lookups.permissions().seen(caller, table.database().name(), table.name(), entry);
    boolean withoutColumns = request != null && request.path("ExcludeColumnSchema").asBoolean();
    if (!withoutColumns || !seen.path("StorageDescriptor").has("Columns")) {
      return seen;
    }
    // Copies what changes alone: the listing may be of a hundred thousand.
    ObjectNode copy = GlueService.JSON.objectNode();
    copy.setAll(seen);
    ObjectNode descriptor = GlueService.JSON.objectNode();
    descriptor.setAll((ObjectNode) seen.path("StorageDescriptor"));
    descriptor.remove("Columns");
    copy.set("StorageDescriptor", descriptor);
    return copy;
  }

  private JsonNode get(Caller caller, JsonNode request) {
    Lookups.Table table = table(caller, request);
    ObjectNode answer = GlueService.JSON.objectNode();
    if (table == null) {
      return answer;
    }
    List<String> values = StoredTable.values(request.path("PartitionValues"));
    ObjectNode entry = table.stored().partition(values);
    if (entry == null) {
      throw GlueErrors.notFound("partition " + values);
    }
    answer.set("Partition", seen(caller, table, entry, null));
    return answer;
  }

  private JsonNode getSeveral(Caller caller, JsonNode request) {
    Lookups.Table table = table(caller, request);
    JsonNode wanted = request.path("PartitionsToGet");
    if (wanted.size() > PAGE) {
      throw GlueErrors.invalidInput("PartitionsToGet has at most " + PAGE);
    }
    ObjectNode answer = GlueService.JSON.objectNode();
    ArrayNode found = answer.putArray("Partitions");
    answer.putArray("UnprocessedKeys");
    if (table == null) {
      return answer;
    }
    for (JsonNode each : wanted) {
      ObjectNode entry = table.stored().partition(StoredTable.values(each.path("Values")));
      if (entry != null) {
        found.add(seen(caller, table, entry, null));
      }
    }
    return answer;
  }

  private Lookups.@Nullable Table table(Caller caller, JsonNode request) {
    return lookups.toRead(caller, request, Lookups.required(request, "TableName"));
  }
}
