package dev.sluice.cli;

import dev.sluice.Rows;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: cancels the running query and gives it a moment to end in good order. Safe for use by
 * several threads.
 */
final class Interruption {
  /** What a shell expects of a command that SIGINT ended. */
  static final int EXIT_CODE = 130;

  private static final long SECONDS_TO_END = 5;

  private final AtomicReference<@Nullable Rows> running = new AtomicReference<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean interrupted;

  /** Cancels {@code rows} when interrupted from now on, or at once when that has happened. */
  void watch(Rows rows) {
    running.set(rows);
    if (interrupted) {
      rows.cancel();
    }
  }

  /** No query runs any more. */
  void release() {
    running.set(null);
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** The command has ended, so nobody needs to wait for it. */
  void finished() {
    finished.countDown();
  }

  /** Cancels what runs, and waits for the command to end, but not for long. */
  void interrupt() {
    interrupted = true;
    Rows rows = running.get();
    if (rows != null) {
      rows.cancel();
      awaitEnd();
    }
  }

  /** Interrupts when the process is asked to end, by Ctrl-C or otherwise. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "sluice-interrupt"));
  }

  private void awaitEnd() {
    try {
      boolean unused = finished.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
