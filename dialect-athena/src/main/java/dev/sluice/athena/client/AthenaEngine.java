package dev.sluice.athena.client;

import dev.sluice.Candidate;
import dev.sluice.CheckResult;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.RunOptions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableScan;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsService;
import dev.sluice.spi.ScanPrice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Amazon Athena. Each query is started under a token of its own, so that a call that is tried again
 * starts nothing twice, and stopped when its rows are cancelled or closed early, when it takes too
 * long, and when the JVM ends.
 *
 * <p>Safe for use by several threads. Closing it stops the queries that run.
 */
public final class AthenaEngine implements Engine {
  /** Of a query's text in UTF-8 (Athena User Guide, service-limits, looked at 2026-11-27). */
  static final int MAX_BYTES = 262_144;

  /** How long closing waits for Athena to be told to stop what runs. */
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final AwsAccess access;
  private final AthenaCalls calls;
  private final ResultReaders results;
  private final AthenaSettings settings;

  /** Of Athena's engine, as plans take it to be. */
  private final String version;

  private final Optional<ScanPrice> price;

  private final ExecutorService threads;
  private final Set<QueryRun> running = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::stopAll, "sluice-athena-stop");

  private AthenaEngine(AwsAccess access, AthenaSettings settings, Map<String, String> others) {
    this.access = access;
    this.version = others.getOrDefault("engine", "3");
    this.price = ScanPrice.of(AthenaSettings.ATHENA, others);
    this.settings = settings;
    this.threads = Executors.newCachedThreadPool(AthenaEngine::daemon);
    AthenaClient athena = access.client(AthenaClient.builder(), AwsService.ATHENA);
    S3Client s3 =
        access.client(
            S3Client.builder().forcePathStyle(access.settings().pathStyle()), AwsService.S3);
    this.calls = new AthenaCalls(athena, settings);
    this.results = new ResultReaders(calls, s3, settings, threads);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Sets the client up. Calls nothing yet.
   *
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static AthenaEngine open(SluiceConfiguration configuration, AthenaSettings settings) {
    AwsAccess access = AwsAccess.of(configuration);
    try {
      return new AthenaEngine(access, settings, configuration.engine(AthenaSettings.ATHENA));
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  @Override
  public EngineName name() {
    return AthenaSettings.ATHENA;
  }

  @Override
  public void check(Consumer<CheckResult> results) {
    new WorkgroupCheck(access, calls, settings, version).run(results);
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    return run(plan, RunOptions.DEFAULT.withListener(listener));
  }

  /**
   * Returns at once; what goes wrong is raised by the rows' {@link Rows#next()}. Starting a query
   * takes no label (StartQueryExecution in AWS's SDK 2.54.14), so a tag is logged beside Athena's
   * own id of the query.
   */
  @Override
  public Rows run(Plan plan, RunOptions options) {
    NativeQuery query =
        plan.decision()
            .candidate(AthenaSettings.ATHENA)
            .map(Candidate::query)
            .orElseThrow(() -> new IllegalArgumentException("The plan has no query for Athena"));
    requireSendable(query);
    QueryRun run = new QueryRun(calls, query.sql(), database(plan), settings.timeout(), options);
    running.add(run);
    threads.execute(
        () -> {
          run.run();
          running.remove(run);
        });
    return new AthenaRows(plan.columns(), run, results, price);
  }

  private static void requireSendable(NativeQuery query) {
    int bytes = query.sql().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE,
          "Athena takes texts of at most %,d bytes; what would be sent has %,d"
              .formatted(MAX_BYTES, bytes));
    }
  }

  /** Tables are named whole; Athena still wants to be told of a database that exists. */
  private static Optional<String> database(Plan plan) {
    return plan.tables().stream()
        .map(TableScan::table)
        .map(table -> table.name().database())
        .findFirst();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sluice-athena");
    thread.setDaemon(true);
    return thread;
  }

  private void stopAll() {
    List<QueryRun> runs = List.copyOf(running);
    runs.forEach(QueryRun::cancel);
    long end = System.nanoTime() + STOPPING.toNanos();
    runs.forEach(run -> run.awaitStop(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
  }

  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and runs the hook.
    }
    threads.shutdownNow();
    results.close();
    calls.close();
    access.close();
  }
}
