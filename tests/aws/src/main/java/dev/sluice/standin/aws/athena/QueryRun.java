package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.athena.SqlExecutor.SqlFailure;
import dev.sluice.standin.aws.athena.SqlExecutor.Work;
import dev.sluice.standin.aws.wire.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One query from its start to its end. Safe for use by several threads. */
final class QueryRun {
  private final String id;
  private final Caller caller;
  private final JsonNode request;
  private final WorkGroup workGroup;
  private final Optional<String> output;
  private final Instant submitted;

  private QueryState state = QueryState.QUEUED;
  private @Nullable String reason;
  private @Nullable SqlFailure failure;
  private @Nullable Instant ended;
  private @Nullable Work work;
  private @Nullable ResultFile result;
  private boolean reused;

  /**
   * @param output where the result is written; empty for managed results
   */
  QueryRun(
      String id,
      Caller caller,
      JsonNode request,
      WorkGroup workGroup,
      Optional<String> output,
      Instant submitted) {
    this.id = id;
    this.caller = caller;
    this.request = request;
    this.workGroup = workGroup;
    this.output = output;
    this.submitted = submitted;
  }

  String id() {
    return id;
  }

  Caller caller() {
    return caller;
  }

  JsonNode request() {
    return request;
  }

  Optional<String> output() {
    return output;
  }

  String sql() {
    return request.path("QueryString").asText();
  }

  /** Whether it gives rows under a head; other statements give lines. */
  boolean isQuery() {
    String comments = "(?s)^(\\s+|--[^\\n]*(\\n|$)|/\\*.*?\\*/)+";
    String first = sql().replaceFirst(comments, "").toUpperCase(Locale.ROOT);
    return first.startsWith("(") || first.matches("(?s)(SELECT|WITH|VALUES|TABLE)\\b.*");
  }

  synchronized QueryState state() {
    return state;
  }

  /** False when it was stopped before. */
  synchronized boolean begin() {
    if (state != QueryState.QUEUED) {
      return false;
    }
    state = QueryState.RUNNING;
    return true;
  }

  synchronized void succeed(ResultFile written, Work took, Instant when, boolean ofPrevious) {
    if (!state.isFinal()) {
      result = written;
      work = took;
      reused = ofPrevious;
      end(QueryState.SUCCEEDED, null, when);
    }
  }

  synchronized void fail(SqlFailure why, Instant when) {
    if (!state.isFinal()) {
      failure = why;
      end(QueryState.FAILED, why.name() + ": " + why.getMessage(), when);
    }
  }

  /** Whether it was going on. */
  synchronized boolean cancel(Instant when) {
    if (state.isFinal()) {
      return false;
    }
    end(QueryState.CANCELLED, null, when);
    return true;
  }

  private void end(QueryState last, @Nullable String why, Instant when) {
    state = last;
    reason = why;
    ended = when;
  }

  /** The result of one that succeeded. */
  synchronized ResultFile result() {
    if (result == null) {
      throw AthenaErrors.invalidRequest(
          state.isFinal()
              ? "Query did not finish successfully. Final query state: " + state
              : "Query has not yet finished. Current state: " + state);
    }
    return result;
  }

  /** Null for one that is not through. */
  synchronized @Nullable Instant endedAt() {
    return ended;
  }

  synchronized ObjectNode asJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("QueryExecutionId", id).put("Query", sql()).put("WorkGroup", workGroup.name());
    json.put("StatementType", isQuery() ? "DML" : "UTILITY");
    if (isQuery()) {
      json.put("SubstatementType", "SELECT");
    }
    ObjectNode results = json.putObject("ResultConfiguration");
    output.ifPresent(location -> results.put("OutputLocation", location));
    json.putObject("ManagedQueryResultsConfiguration").put("Enabled", workGroup.managed());
    json.set("QueryExecutionContext", request.path("QueryExecutionContext").deepCopy());
    if (request.has("ResultReuseConfiguration")) {
      json.set("ResultReuseConfiguration", request.get("ResultReuseConfiguration"));
    }
    json.set("EngineVersion", WorkGroup.engine());
    json.set("Status", status());
    json.set("Statistics", statistics());
    return json;
  }

  private ObjectNode status() {
    ObjectNode status = JsonNodeFactory.instance.objectNode().put("State", state.name());
    status.put("SubmissionDateTime", submitted.toEpochMilli() / 1000.0);
    if (ended != null) {
      status.put("CompletionDateTime", ended.toEpochMilli() / 1000.0);
    }
    if (reason != null) {
      status.put("StateChangeReason", reason);
    }
    if (failure != null) {
      // ErrorType's numbers for Trino's errors are not established, so there is none.
      status
          .putObject("AthenaError")
          .put("ErrorCategory", failure.kind().ordinal() + 1)
          .put("Retryable", false)
          .put("ErrorMessage", String.valueOf(reason));
    }
    return status;
  }

  private ObjectNode statistics() {
    ObjectNode statistics = JsonNodeFactory.instance.objectNode();
    if (ended == null) {
      return statistics;
    }
    long total = ended.toEpochMilli() - submitted.toEpochMilli();
    Work took = work == null ? new Work(0, 0, total, 0) : work;
    statistics.put("EngineExecutionTimeInMillis", took.executionMillis());
    statistics.put("DataScannedInBytes", took.bytesRead());
    statistics.put("TotalExecutionTimeInMillis", total);
    statistics.put("QueryQueueTimeInMillis", took.queuedMillis());
    statistics.put("QueryPlanningTimeInMillis", took.planningMillis());
    statistics.put(
        "ServiceProcessingTimeInMillis",
        Math.max(0, total - took.executionMillis() - took.queuedMillis()));
    statistics.putObject("ResultReuseInformation").put("ReusedPreviousResult", reused);
    return statistics;
  }
}
