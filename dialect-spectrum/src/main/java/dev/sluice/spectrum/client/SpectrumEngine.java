package dev.sluice.spectrum.client;

import dev.sluice.Candidate;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.spectrum.SpectrumSettings;
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
  private final SpectrumSettings settings;
  private final Sessions sessions;
  private final ExecutorService threads;
  private final Set<SessionQuery> running = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::cancelAll, "sluice-spectrum-cancel");

  public SpectrumEngine(SpectrumSettings settings) {
    this.settings = settings;
    this.sessions = new Sessions(settings);
    this.threads = Executors.newCachedThreadPool(SpectrumEngine::daemon);
    Runtime.getRuntime().addShutdownHook(atExit);
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
    SessionQuery run =
        new SessionQuery(sessions, threads, query, settings, listener, running::remove);
    running.add(run);
    threads.execute(run);
    return new SpectrumRows(query.columns(plan.columns()), run);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sluice-spectrum");
    thread.setDaemon(true);
    return thread;
  }

  private void cancelAll() {
    running.forEach(SessionQuery::cancelNow);
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
    sessions.close();
  }
}
