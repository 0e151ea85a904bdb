package dev.sluice.spectrum.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.Candidate;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.spectrum.SpectrumSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Amazon Redshift through its own driver, in read-only sessions out of a small pool that is the
 * caller's alone. Connects on the first query. A query is cancelled when its rows are cancelled or
 * closed early, when it takes too long, and when the JVM ends.
 *
 * <p>Safe for use by several threads. Closing it cancels the queries that run.
 */
public final class SpectrumEngine implements Engine {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final SpectrumSettings settings;
  private final HikariDataSource pool;
  private final ExecutorService threads;
  private final Set<SessionQuery> running = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::cancelAll, "sluice-spectrum-cancel");

  public SpectrumEngine(SpectrumSettings settings) {
    this.settings = settings;
    this.pool = pool(settings);
    this.threads = Executors.newCachedThreadPool(SpectrumEngine::daemon);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static HikariDataSource pool(SpectrumSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sluice-spectrum");
    config.setDriverClassName("com.amazon.redshift.Driver");
    config.setJdbcUrl(settings.url());
    // With it the driver (2.3.0) at times takes a connection that is lost in the middle of a result
    // for its end: seen on a stand-in, 2026-11-27. The fetch size keeps rows few without it.
    config.addDataSourceProperty("enableFetchRingBuffer", "false");
    settings.properties().forEach(config::addDataSourceProperty);
    config.setReadOnly(true);
    // Whole results are not held in memory only inside a transaction.
    config.setAutoCommit(false);
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setConnectionTimeout(CONNECT.toMillis());
    // Connects when a query comes, and not when the pool is made.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  @Override
  public EngineName name() {
    return SpectrumSettings.SPECTRUM;
  }

  /** Returns at once; what goes wrong is raised by the rows' {@link Rows#next()}. */
  @Override
  public Rows run(Plan plan, RunListener listener) {
    NativeQuery query =
        plan.decision()
            .candidate(SpectrumSettings.SPECTRUM)
            .map(Candidate::query)
            .orElseThrow(() -> new IllegalArgumentException("The plan has no query for Spectrum"));
    SessionQuery run = new SessionQuery(pool, query, settings, listener);
    running.add(run);
    threads.execute(run);
    return new SpectrumRows(query.columns(plan.columns()), query, run, () -> running.remove(run));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sluice-spectrum");
    thread.setDaemon(true);
    return thread;
  }

  private void cancelAll() {
    running.forEach(SessionQuery::cancel);
  }

  @Override
  public void close() {
    cancelAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and runs the hook.
    }
    threads.shutdownNow();
    pool.close();
  }
}
