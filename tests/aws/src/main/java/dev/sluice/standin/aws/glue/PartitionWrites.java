package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.Caller;
import java.time.Clock;
import java.util.List;

/**
 * BatchCreatePartition (100 at most), BatchUpdatePartition (100 at most), BatchDeletePartition (25
 * at most), DeletePartition. What fails of a batch is told in Errors; the rest is done (AWS Glue
 * Web API Reference, the pages of these names, looked at 2026-11-27; in which words is not said
 * there).
 */
record PartitionWrites(Lookups lookups, Clock clock) {
  private static final int PUT = 100;
  private static final int DELETED = 25;

  void register(GlueService service) {
    service.writing("BatchCreatePartition", this::create);
    service.writing("BatchUpdatePartition", this::update);
    service.writing("BatchDeletePartition", this::delete);
    service.writing("DeletePartition", this::deleteOne);
  }

  /** What is done to one of a batch. */
  private interface Step {
    void to(StoredTable table, JsonNode one);
  }

  private JsonNode create(Caller caller, JsonNode request) {
    return each(
        caller,
        request,
        "PartitionInputList",
        PUT,
        "PartitionValues",
        "Values",
        (table, input) -> {
          List<String> values = StoredTable.values(input.path("Values"));
          if (table.partition(values) != null) {
            throw GlueErrors.exists("partition " + values);
          }
          table.put(entry(table, input));
        });
  }

  private JsonNode update(Caller caller, JsonNode request) {
    return each(
        caller,
        request,
        "Entries",
        PUT,
        "PartitionValueList",
        "PartitionValueList",
        (table, one) -> {
          List<String> values = StoredTable.values(one.path("PartitionValueList"));
          ObjectNode old = table.partition(values);
          if (old == null) {
            throw GlueErrors.notFound("partition " + values);
          }
          ObjectNode changed = entry(table, one.path("PartitionInput"));
          if (old.has("CreationTime")) {
            changed.set("CreationTime", old.get("CreationTime"));
          }
          if (!StoredTable.values(changed.path("Values")).equals(values)) {
            table.remove(values);
          }
          table.put(changed);
        });
  }

  private JsonNode delete(Caller caller, JsonNode request) {
    return each(
        caller,
        request,
        "PartitionsToDelete",
        DELETED,
        "PartitionValues",
        "Values",
        (table, one) -> {
          List<String> values = StoredTable.values(one.path("Values"));
          if (!table.remove(values)) {
            throw GlueErrors.notFound("partition " + values);
          }
        });
  }

  private JsonNode deleteOne(Caller caller, JsonNode request) {
    StoredTable table =
        lookups.target(caller, request, Lookups.required(request, "TableName")).stored();
    List<String> values = StoredTable.values(request.path("PartitionValues"));
    if (!table.remove(values)) {
      throw GlueErrors.notFound("partition " + values);
    }
    return GlueService.JSON.objectNode();
  }

  private ObjectNode entry(StoredTable table, JsonNode input) {
    List<String> values = StoredTable.values(input.path("Values"));
    if (values.size() != table.keys().size()) {
      throw GlueErrors.invalidInput(values + " for " + table.keys().size() + " keys");
    }
    ObjectNode entry = input.deepCopy();
    entry.set("DatabaseName", table.entry().path("DatabaseName"));
    entry.set("TableName", table.entry().path("Name"));
    entry.set("CatalogId", table.entry().path("CatalogId"));
    entry.put("CreationTime", Tables.now(clock));
    return entry;
  }

  private JsonNode each(
      Caller caller,
      JsonNode request,
      String member,
      int most,
      String valuesInError,
      String values,
      Step step) {
    String name = Lookups.required(request, "TableName");
    StoredTable table = lookups.target(caller, request, name).stored();
    JsonNode batch = request.path(member);
    if (batch.size() > most) {
      throw GlueErrors.invalidInput(member + " has at most " + most);
    }
    ObjectNode answer = GlueService.JSON.objectNode();
    ArrayNode errors = answer.putArray("Errors");
    for (JsonNode one : batch) {
      try {
        step.to(table, one);
      } catch (AwsError e) {
        ObjectNode error = errors.addObject();
        error.set(valuesInError, one.path(values));
        error.putObject("ErrorDetail").put("ErrorCode", e.code()).put("ErrorMessage", e.message());
      }
    }
    return answer;
  }
}
