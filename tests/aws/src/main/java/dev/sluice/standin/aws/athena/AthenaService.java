package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Operation;
import dev.sluice.standin.aws.wire.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Athena's operations on queries and workgroups. Safe for use by several threads. */
public final class AthenaService implements AutoCloseable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_QUERY = 262_144;
  private static final int PAGE = 1000;

  private final Map<String, WorkGroup> workGroups = new ConcurrentHashMap<>();
  private final Pages pages = new Pages();
  private final Path folder;
  private final Queries queries;

  /**
   * A query that was started.
   *
   * @param token the client's
   */
  public record Started(String id, String sql, QueryState state, String token, Caller caller) {}

  public AthenaService(SqlExecutor executor, ResultStore store, Clock clock) {
    try {
      this.folder = Files.createTempDirectory("athena-standin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.queries = new Queries(executor, store, folder, clock);
    put(WorkGroup.of("primary"));
  }

  /** Adds a workgroup, or changes the one of its name. */
  public void put(WorkGroup group) {
    workGroups.put(group.name(), group);
  }

  /** The next queries never end, until they are stopped. */
  public void hang(int number) {
    queries.hang(number);
  }

  /** Queries wait so long before they run. */
  public void queueing(Duration time) {
    queries.queueing(time);
  }

  /** All queries in the order of their start. */
  public List<Started> queries() {
    return queries.all().stream()
        .map(
            run ->
                new Started(
                    run.id(),
                    run.sql(),
                    run.state(),
                    run.request().path("ClientRequestToken").asText(),
                    run.caller()))
        .toList();
  }

  /** By target: {@code AmazonAthena.StartQueryExecution}. */
  public Map<String, Operation> operations() {
    String prefix = "AmazonAthena.";
    return Map.of(
        prefix + "GetWorkGroup", this::workGroup,
        prefix + "ListEngineVersions", AthenaService::engineVersions,
        prefix + "StartQueryExecution", this::start,
        prefix + "GetQueryExecution", this::execution,
        prefix + "BatchGetQueryExecution", this::executions,
        prefix + "StopQueryExecution", this::stop,
        prefix + "GetQueryResults", this::results,
        prefix + "GetQueryRuntimeStatistics", this::runtimeStatistics);
  }

  private JsonNode workGroup(Caller caller, JsonNode request) {
    ObjectNode answer = JSON.objectNode();
    answer.set("WorkGroup", group(request.path("WorkGroup").asText()).asJson());
    return answer;
  }

  private WorkGroup group(String name) {
    WorkGroup group = workGroups.get(name);
    if (group == null) {
      throw AthenaErrors.invalidRequest("WorkGroup " + name + " is not found");
    }
    return group;
  }

  private static JsonNode engineVersions(Caller caller, JsonNode request) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode versions = answer.putArray("EngineVersions");
    versions
        .addObject()
        .put("SelectedEngineVersion", WorkGroup.SELECTED_ENGINE)
        .put("EffectiveEngineVersion", WorkGroup.ENGINE);
    versions
        .addObject()
        .put("SelectedEngineVersion", WorkGroup.ENGINE)
        .put("EffectiveEngineVersion", WorkGroup.ENGINE);
    return answer;
  }

  private JsonNode start(Caller caller, JsonNode request) {
    String sql = request.path("QueryString").asText("");
    if (sql.isEmpty() || sql.length() > MAX_QUERY) {
      throw AthenaErrors.invalidRequest("QueryString has 1 to " + MAX_QUERY + " characters");
    }
    String token = request.path("ClientRequestToken").asText("");
    if (token.length() < 32 || token.length() > 128) {
      throw AthenaErrors.invalidRequest("ClientRequestToken has 32 to 128 characters");
    }
    WorkGroup group = group(request.path("WorkGroup").asText("primary"));
    Optional<String> output =
        group.managed() ? Optional.empty() : Optional.of(output(request, group));
    return JSON.objectNode()
        .put("QueryExecutionId", queries.start(caller, request, group, output).id());
  }

  private static String output(JsonNode request, WorkGroup group) {
    String said = request.path("ResultConfiguration").path("OutputLocation").textValue();
    String output = said == null || group.enforced() ? group.output().orElse(said) : said;
    if (output == null) {
      throw AthenaErrors.invalidRequest("No output location provided");
    }
    if (!output.matches("s3://[^/]+(/.*)?")) {
      throw AthenaErrors.invalidRequest("OutputLocation is not a valid S3 path: " + output);
    }
    return output;
  }

  private JsonNode execution(Caller caller, JsonNode request) {
    ObjectNode answer = JSON.objectNode();
    answer.set("QueryExecution", run(request).asJson());
    return answer;
  }

  private QueryRun run(JsonNode request) {
    return queries.get(request.path("QueryExecutionId").asText());
  }

  private JsonNode executions(Caller caller, JsonNode request) {
    JsonNode ids = request.path("QueryExecutionIds");
    if (ids.isEmpty() || ids.size() > 50) {
      throw AthenaErrors.invalidRequest("QueryExecutionIds has 1 to 50 items");
    }
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("QueryExecutions");
    answer.putArray("UnprocessedQueryExecutionIds");
    ids.forEach(id -> found.add(queries.get(id.asText()).asJson()));
    return answer;
  }

  private JsonNode stop(Caller caller, JsonNode request) {
    queries.stop(request.path("QueryExecutionId").asText());
    return JSON.objectNode();
  }

  private JsonNode results(Caller caller, JsonNode request) {
    QueryRun run = run(request);
    int size = request.path("MaxResults").asInt(PAGE);
    if (size < 1 || size > PAGE) {
      throw AthenaErrors.invalidRequest("MaxResults is from 1 to " + PAGE);
    }
    ResultFile file = run.result();
    int start =
        pages
            .start(run.id(), request.path("NextToken").textValue())
            .orElseThrow(() -> AthenaErrors.invalidRequest("NextToken is none of this query"));
    int end = Math.min(file.rows(), start + size);
    ObjectNode answer = JSON.objectNode();
    ObjectNode set = answer.putObject("ResultSet");
    ArrayNode rows = set.putArray("Rows");
    read(file, start, end).forEach(row -> add(row, rows.addObject().putArray("Data")));
    ArrayNode columns = set.putObject("ResultSetMetadata").putArray("ColumnInfo");
    file.columns().forEach(column -> columns.add(column.asJson()));
    answer.put("UpdateCount", 0);
    if (end < file.rows()) {
      answer.put("NextToken", pages.token(run.id(), end));
    }
    return answer;
  }

  private static void add(List<@Nullable String> row, ArrayNode data) {
    for (String value : row) {
      ObjectNode datum = data.addObject();
      if (value != null) {
        datum.put("VarCharValue", value);
      }
    }
  }

  private static List<List<@Nullable String>> read(ResultFile file, int start, int end) {
    try {
      return file.read(start, end);
    } catch (IOException e) {
      throw AthenaErrors.internal(e.toString());
    }
  }

  private JsonNode runtimeStatistics(Caller caller, JsonNode request) {
    QueryRun run = run(request);
    JsonNode statistics = run.asJson().path("Statistics");
    ObjectNode answer = JSON.objectNode();
    ObjectNode all = answer.putObject("QueryRuntimeStatistics");
    ObjectNode timeline = all.putObject("Timeline");
    for (String each :
        List.of(
            "QueryQueueTimeInMillis",
            "QueryPlanningTimeInMillis",
            "EngineExecutionTimeInMillis",
            "ServiceProcessingTimeInMillis",
            "TotalExecutionTimeInMillis")) {
      timeline.set(each, statistics.path(each));
    }
    if (run.state() == QueryState.SUCCEEDED) {
      all.putObject("Rows")
          .put("InputBytes", statistics.path("DataScannedInBytes").asLong())
          .put("OutputBytes", run.result().length())
          .put("OutputRows", run.result().rows() - (run.isQuery() ? 1 : 0));
    }
    return answer;
  }

  @Override
  public void close() {
    queries.close();
    Folders.delete(folder);
  }
}
