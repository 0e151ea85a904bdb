package dev.sluice.spectrum.client;

import dev.sluice.Candidate;
import dev.sluice.CheckResult;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.RunOptions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spectrum.ExternalSchemas;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.spi.ScanPrice;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

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
  private final Sessions questions;
  private final SpectrumView view;
  private final Optional<ScanPrice> price;
  private final ExecutorService threads;
  private final Set<SessionQuery> running = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::cancelAll, "sluice-spectrum-cancel");

  /**
   * @param configuration says, besides the settings, what shows which database, and the clock
   */
  public SpectrumEngine(SpectrumSettings settings, SluiceConfiguration configuration) {
    this.settings = settings;
    this.sessions = new Sessions(settings, settings.connections());
    this.questions = new Sessions(settings, 1);
    this.price = price(configuration.engine(SpectrumSettings.SPECTRUM));
    this.threads = Executors.newCachedThreadPool(SpectrumEngine::daemon);
    this.view =
        new SpectrumView(
            settings,
            ExternalSchemas.of(configuration.engine(SpectrumSettings.SPECTRUM)),
            CatalogPlace.of(configuration, settings.url()),
            questions,
            this::behindTheScenes,
            configuration.clock());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Serverless is paid by the time that it works. */
  private static Optional<ScanPrice> price(Map<String, String> settings) {
    return "serverless".equals(settings.get("deployment"))
        ? Optional.empty()
        : ScanPrice.of(SpectrumSettings.SPECTRUM, settings);
  }

  @Override
  public EngineName name() {
    return SpectrumSettings.SPECTRUM;
  }

  @Override
  public EngineView view() {
    return view;
  }

  @Override
  public void check(Consumer<CheckResult> results) {
    results.accept(CheckResult.tried(name().value(), "signs in as", view::session));
  }

  private void behindTheScenes(Runnable work) {
    if (!threads.isShutdown()) {
      threads.execute(work);
    }
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    return run(plan, RunOptions.DEFAULT.withListener(listener));
  }

  /** Returns at once; what goes wrong is raised by the rows' {@link Rows#next()}. */
  @Override
  public Rows run(Plan plan, RunOptions options) {
    NativeQuery query =
        plan.decision()
            .candidate(SpectrumSettings.SPECTRUM)
            .map(Candidate::query)
            .orElseThrow(() -> new IllegalArgumentException("The plan has no query for Spectrum"));
    SessionQuery run =
        new SessionQuery(sessions, threads, query, settings, options, running::remove);
    running.add(run);
    threads.execute(run);
    return new SpectrumRows(query.columns(plan.columns()), run, price);
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
    questions.close();
  }
}
