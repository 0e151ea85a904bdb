package dev.sluice.standin.trino;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.standin.aws.athena.SqlExecutor;
import dev.sluice.standin.aws.athena.TrinoType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes Athena's queries on a Trino. Safe for use by several threads. */
public final class TrinoExecutor implements SqlExecutor {
  private final TrinoClient client;
  private final Optional<String> defaultCatalog;

  private TrinoExecutor(TrinoClient client, Optional<String> defaultCatalog) {
    this.client = client;
    this.defaultCatalog = defaultCatalog;
  }

  /**
   * @param defaultCatalog for queries that name none: what Athena calls AwsDataCatalog
   */
  public static TrinoExecutor of(URI trino, Optional<String> defaultCatalog) {
    return new TrinoExecutor(new TrinoClient(trino), defaultCatalog);
  }

  @Override
  public Work execute(Query query, Results results)
      throws SqlFailure, InterruptedException, IOException {
    Taken taken = new Taken(results);
    Optional<String> catalog =
        query.catalog().map(name -> name.toLowerCase(Locale.ROOT)).or(() -> defaultCatalog);
    client.execute(query.sql(), catalog, query.database(), taken);
    return taken.work();
  }

  private static final class Taken implements TrinoClient.Pages {
    private static final Map<String, SqlFailure.Kind> KINDS =
        Map.of(
            "USER_ERROR", SqlFailure.Kind.USER,
            "INTERNAL_ERROR", SqlFailure.Kind.SYSTEM,
            "INSUFFICIENT_RESOURCES", SqlFailure.Kind.OTHER,
            "EXTERNAL", SqlFailure.Kind.OTHER);

    private final Results results;
    private boolean described;
    private @Nullable JsonNode last;

    Taken(Results results) {
      this.results = results;
    }

    @Override
    public void take(JsonNode page) throws IOException {
      last = page;
      if (!described && page.has("columns")) {
        described = true;
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : page.path("columns")) {
          columns.add(
              new Column(column.path("name").asText(), TrinoType.of(column.path("typeSignature"))));
        }
        results.columns(columns);
      }
      for (JsonNode row : page.path("data")) {
        results.row(row);
      }
    }

    Work work() throws SqlFailure, IOException {
      if (last == null) {
        throw new IOException("Trino answered nothing");
      }
      JsonNode error = last.path("error");
      if (error.isObject()) {
        throw new SqlFailure(
            error.path("errorName").asText(),
            KINDS.getOrDefault(error.path("errorType").asText(), SqlFailure.Kind.OTHER),
            error.path("message").asText());
      }
      JsonNode stats = last.path("stats");
      long queued = stats.path("queuedTimeMillis").asLong();
      return new Work(
          queued,
          stats.path("planningTimeMillis").asLong(),
          Math.max(0, stats.path("elapsedTimeMillis").asLong() - queued),
          stats.path("physicalInputBytes").asLong());
    }
  }
}
