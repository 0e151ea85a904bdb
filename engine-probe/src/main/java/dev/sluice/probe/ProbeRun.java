package dev.sluice.probe;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts all probes to some engines, a few at a time. Not shareable between threads. */
public final class ProbeRun {
  /** As many as Redshift's pool has connections, and far from Athena's quotas. */
  private static final int AT_ONCE = 4;

  private final Lake lake;
  private final List<Probe> probes;
  private final Probe simplest;
  private final List<EngineProbe> engines = new ArrayList<>();

  /**
   * @param sluice runs the queries; its own catalog and planner are not asked
   */
  public ProbeRun(
      Sluice sluice,
      Lake lake,
      SluiceConfiguration configuration,
      List<EngineName> engines,
      Probes probes,
      List<Capability> only) {
    this.lake = lake;
    this.simplest =
        probes.all().stream()
            .filter(probe -> probe.capability() == Capability.READ_PARQUET)
            .findFirst()
            .orElseThrow();
    this.probes =
        probes.all().stream()
            .filter(probe -> only.isEmpty() || only.contains(probe.capability()))
            .toList();
    CapabilityMatrix matrix = CapabilityMatrix.of(configuration);
    for (EngineName engine : engines) {
      this.engines.add(new EngineProbe(sluice, lake, configuration, matrix, engine));
    }
  }

  public List<Probe> probes() {
    return probes;
  }

  /** What an engine would be sent; empty where Sluice has no words for it. */
  public Optional<String> text(EngineName engine, Probe probe) {
    return engines.stream()
        .filter(each -> each.engine().equals(engine))
        .findFirst()
        .flatMap(each -> each.text(lake.named(probe.sql())));
  }

  /**
   * Asks each engine for a number, which needs no table.
   *
   * @return why it does not answer, for each that does not
   */
  public Map<EngineName, String> absent() {
    Map<EngineName, String> absent = new TreeMap<>();
    for (EngineProbe engine : engines) {
      engine.absence().ifPresent(why -> absent.put(engine.engine(), why));
    }
    return absent;
  }

  /**
   * Asks the engines.
   *
   * @return in the order of engines and probes
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when the thread is interrupted
   */
  public List<Judgement> judge(RunListener listener) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, ProbeRun::daemon);
    try {
      List<Judgement> judgements = new ArrayList<>();
      for (EngineProbe engine : engines) {
        judgements.addAll(judge(engine, threads, listener));
      }
      return judgements;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Cancelled", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Judgement> judge(EngineProbe engine, ExecutorService threads, RunListener listener)
      throws InterruptedException {
    listener.progressed(new Progress("asking " + engine.engine(), 0, probes.size()));
    Optional<String> blind = get(threads.submit(() -> engine.blindness(simplest)));
    if (blind.isPresent()) {
      return probes.stream().map(probe -> engine.notJudged(probe, blind.get())).toList();
    }
    AtomicInteger done = new AtomicInteger();
    List<Future<Judgement>> asked =
        probes.stream()
            .map(
                probe ->
                    threads.submit(
                        () -> {
                          Judgement judgement = engine.judge(probe);
                          listener.progressed(
                              new Progress(
                                  "asking " + engine.engine(),
                                  done.incrementAndGet(),
                                  probes.size()));
                          return judgement;
                        }))
            .toList();
    List<Judgement> judgements = new ArrayList<>();
    for (Future<Judgement> each : asked) {
      judgements.add(get(each));
    }
    return judgements;
  }

  private static <T> T get(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sluice-probe");
    thread.setDaemon(true);
    return thread;
  }
}
