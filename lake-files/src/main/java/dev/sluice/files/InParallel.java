package dev.sluice.files;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Does one thing to many, several at once. Safe for use by several threads. */
final class InParallel implements AutoCloseable {
  private static final long IDLE_SECONDS = 10;
  private static final long SECONDS_TO_END = 1;
  private static final long NANOS_BETWEEN_REPORTS = 100_000_000;

  private final int threads;
  private final ThreadPoolExecutor pool;

  InParallel(int threads) {
    this.threads = threads;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "sluice-files-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * The results in order, {@code late} for each that was not ready in time.
   *
   * @param step throws nothing but defects
   * @param deadline in terms of {@link System#nanoTime()}
   * @param progress told how many are done, on the calling thread
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when the thread is interrupted
   */
  <T, R> List<R> map(
      List<T> items, Function<T, R> step, R late, long deadline, IntConsumer progress) {
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, items.size()); i++) {
      workers.add(
          pool.submit(
              () -> {
                for (int at = next.getAndIncrement();
                    at < items.size() && System.nanoTime() < deadline && !Thread.interrupted();
                    at = next.getAndIncrement()) {
                  results.set(at, step.apply(items.get(at)));
                  done.incrementAndGet();
                }
              }));
    }
    await(workers, deadline, () -> progress.accept(done.get()));
    List<R> list = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      R result = results.get(i);
      list.add(result == null ? late : result);
    }
    return list;
  }

  private static void await(List<Future<?>> workers, long deadline, Runnable report) {
    try {
      report.run();
      for (Future<?> worker : workers) {
        while (!hasEnded(worker, deadline)) {
          report.run();
          if (System.nanoTime() >= deadline) {
            // The rest is late.
            return;
          }
        }
      }
      report.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Looking into files was interrupted", e);
    } catch (ExecutionException e) {
      throw new SluiceException(ErrorCode.INTERNAL, "Looking into files failed", e);
    } finally {
      workers.forEach(worker -> worker.cancel(true));
    }
  }

  private static boolean hasEnded(Future<?> worker, long deadline)
      throws InterruptedException, ExecutionException {
    long left = Math.max(0, deadline - System.nanoTime());
    try {
      worker.get(Math.min(left, NANOS_BETWEEN_REPORTS), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Waits a moment for what is being written to be written, or cleared away. */
  @Override
  public void close() {
    pool.shutdownNow();
    try {
      boolean unused = pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
