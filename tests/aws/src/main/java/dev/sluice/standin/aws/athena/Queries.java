package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.standin.aws.athena.SqlExecutor.Column;
import dev.sluice.standin.aws.athena.SqlExecutor.SqlFailure;
import dev.sluice.standin.aws.athena.SqlExecutor.Work;
import dev.sluice.standin.aws.wire.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All queries that were ever started. Safe for use by several threads. */
final class Queries implements AutoCloseable {
  private final SqlExecutor executor;
  private final ResultStore store;
  private final Path folder;
  private final Clock clock;
  private final ExecutorService threads = Executors.newCachedThreadPool(Queries::daemon);
  private final Map<String, QueryRun> byId = new ConcurrentHashMap<>();
  private final List<QueryRun> inOrder = new ArrayList<>();
  private final Map<String, QueryRun> byToken = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> going = new ConcurrentHashMap<>();
  private final AtomicInteger toHang = new AtomicInteger();
  private volatile Duration queueing = Duration.ZERO;

  /**
   * @param folder for results; its owner deletes it
   */
  Queries(SqlExecutor executor, ResultStore store, Path folder, Clock clock) {
    this.executor = executor;
    this.store = store;
    this.folder = folder;
    this.clock = clock;
  }

  void hang(int number) {
    toHang.set(number);
  }

  void queueing(Duration time) {
    queueing = time;
  }

  synchronized List<QueryRun> all() {
    return List.copyOf(inOrder);
  }

  QueryRun get(String id) {
    QueryRun run = byId.get(id);
    if (run == null) {
      throw AthenaErrors.invalidRequest("QueryExecution " + id + " was not found");
    }
    return run;
  }

  /**
   * Starts a query, unless one was started with its token: that one is answered, and another that
   * says something else is refused.
   *
   * @param output where results go: a folder; empty for managed results
   */
  synchronized QueryRun start(
      Caller caller, JsonNode request, WorkGroup workGroup, Optional<String> output) {
    String token = caller.account() + " " + request.path("ClientRequestToken").asText();
    QueryRun known = byToken.get(token);
    if (known != null) {
      if (!known.request().equals(request)) {
        throw AthenaErrors.invalidRequest("Idempotent parameters do not match");
      }
      return known;
    }
    String id = UUID.randomUUID().toString();
    Optional<QueryRun> previous = reusable(request, caller);
    QueryRun probe = new QueryRun(id, caller, request, workGroup, output, clock.instant());
    Optional<String> file =
        previous.isPresent()
            ? previous.get().output()
            : output.map(to -> location(to, id, probe.isQuery()));
    QueryRun run = new QueryRun(id, caller, request, workGroup, file, clock.instant());
    byToken.put(token, run);
    byId.put(id, run);
    inOrder.add(run);
    if (previous.isPresent()) {
      run.begin();
      run.succeed(previous.get().result(), new Work(0, 0, 0, 0), clock.instant(), true);
    } else {
      going.put(id, threads.submit(() -> run(run)));
    }
    return run;
  }

  private static String location(String output, String id, boolean isQuery) {
    return output + (output.endsWith("/") ? "" : "/") + id + (isQuery ? ".csv" : ".txt");
  }

  /**
   * The last query that said the same and is young enough. AWS does not say where the result of one
   * that reuses another's is; here it is where the other's is.
   */
  private Optional<QueryRun> reusable(JsonNode request, Caller caller) {
    JsonNode byAge = request.path("ResultReuseConfiguration").path("ResultReuseByAgeConfiguration");
    if (!byAge.path("Enabled").asBoolean()) {
      return Optional.empty();
    }
    Instant oldest =
        clock.instant().minus(Duration.ofMinutes(byAge.path("MaxAgeInMinutes").asInt(60)));
    QueryRun found = null;
    for (QueryRun each : inOrder) {
      Instant ended = each.endedAt();
      if (each.state() == QueryState.SUCCEEDED
          && ended != null
          && !ended.isBefore(oldest)
          && each.caller().equals(caller)
          && saysTheSame(each.request(), request)) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean saysTheSame(JsonNode one, JsonNode other) {
    List<String> ofCall = List.of("ClientRequestToken", "ResultReuseConfiguration");
    ObjectNode left = one.deepCopy();
    ObjectNode right = other.deepCopy();
    return left.remove(ofCall).equals(right.remove(ofCall));
  }

  private void run(QueryRun run) {
    try {
      Thread.sleep(queueing.toMillis());
      if (!run.begin()) {
        return;
      }
      if (toHang.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        Thread.sleep(Long.MAX_VALUE);
      }
      ResultFile file = new ResultFile(folder.resolve(run.id()), run.isQuery());
      Work work;
      try (file) {
        work = executor.execute(query(run), new Written(file));
      }
      if (run.output().isPresent()) {
        put(run.output().get(), file);
      }
      run.succeed(file, work, clock.instant(), false);
    } catch (SqlFailure e) {
      run.fail(e, clock.instant());
    } catch (InterruptedException e) {
      run.cancel(clock.instant());
    } catch (IOException | RuntimeException e) {
      run.fail(
          new SqlFailure("INTERNAL_ERROR", SqlFailure.Kind.SYSTEM, String.valueOf(e)),
          clock.instant());
    } finally {
      going.remove(run.id());
    }
  }

  private void put(String location, ResultFile file) throws IOException, InterruptedException {
    Path metadata = folder.resolve(file.path().getFileName() + ".metadata");
    Files.write(metadata, MetadataFile.of(file.columns()));
    store.put(location + ".metadata", metadata);
    store.put(location, file.path());
  }

  private static SqlExecutor.Query query(QueryRun run) {
    JsonNode context = run.request().path("QueryExecutionContext");
    return new SqlExecutor.Query(
        run.sql(),
        Optional.ofNullable(context.path("Catalog").textValue()),
        Optional.ofNullable(context.path("Database").textValue()));
  }

  /** Puts what the executor gives into Athena's text. */
  private static final class Written implements SqlExecutor.Results {
    private final ResultFile file;
    private List<Column> columns = List.of();

    Written(ResultFile file) {
      this.file = file;
    }

    @Override
    public void columns(List<Column> newColumns) throws IOException {
      columns = newColumns;
      file.columns(newColumns.stream().map(AthenaColumn::of).toList());
    }

    @Override
    public void row(JsonNode values) throws IOException {
      List<@Nullable String> texts = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        texts.add(AthenaText.of(columns.get(i).type(), values.path(i)));
      }
      file.row(texts);
    }
  }

  void stop(String id) {
    get(id).cancel(clock.instant());
    Future<?> work = going.get(id);
    if (work != null) {
      work.cancel(true);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "athena-standin-query");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
