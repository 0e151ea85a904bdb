package dev.sluice.jdbc;

import dev.sluice.Sluice;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * What connections of equal configuration share: opened with the first of them, closed with the
 * last. Safe for use by several threads.
 */
final class SharedSluice {
  private static final ThreadFactory THREADS =
      work -> {
        Thread thread = new Thread(work, "sluice-jdbc-time-outs");
        thread.setDaemon(true);
        return thread;
      };

  private final Sluice sluice;
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, THREADS);
  private int connections;

  SharedSluice(Sluice sluice) {
    this.sluice = sluice;
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(1, TimeUnit.MINUTES);
    timer.allowCoreThreadTimeOut(true);
  }

  Sluice sluice() {
    return sluice;
  }

  Future<?> after(int seconds, Runnable work) {
    return timer.schedule(work, seconds, TimeUnit.SECONDS);
  }

  void add() {
    connections++;
  }

  /** Whether that was the last. */
  boolean remove() {
    return --connections == 0;
  }

  void close() {
    timer.shutdownNow();
    sluice.close();
  }
}
