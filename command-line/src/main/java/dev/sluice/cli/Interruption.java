package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: cancels what runs and gives it a moment to end in good order. Safe for use by several
 * threads.
 */
final class Interruption {
  /** What a shell expects of a command that SIGINT ended. */
  static final int EXIT_CODE = 130;

  private static final long SECONDS_TO_END = 5;
  private static final long SECONDS_TO_WRITE = 60;

  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean interrupted;

  /** What is told to end, and for how long it is waited for. */
  private record Running(Runnable cancel, long seconds) {}

  /** Cancels {@code rows} when interrupted from now on, or at once when that has happened. */
  void watch(Rows rows) {
    watch(new Running(rows::cancel, SECONDS_TO_END));
  }

  /** The same for what this thread does and an interrupt ends. */
  void watchThread() {
    watch(new Running(Thread.currentThread()::interrupt, SECONDS_TO_END));
  }

  /** The same for what must put things in order after that, which takes longer. */
  void watchThreadThatTidiesUp() {
    watch(new Running(Thread.currentThread()::interrupt, SECONDS_TO_WRITE));
  }

  /** What this thread writes from now on is written to its end; fails if interrupted before. */
  void watchWriting() {
    requireNone();
    watch(new Running(() -> {}, SECONDS_TO_WRITE));
    requireNone();
  }

  private void watch(Running newRunning) {
    running.set(newRunning);
    if (interrupted) {
      newRunning.cancel.run();
    }
  }

  /** Nothing runs any more that must be cancelled or waited for. */
  void release() {
    running.set(null);
  }

  /** Throws where the command is to end. */
  void requireNone() {
    if (interrupted) {
      throw new SluiceException(ErrorCode.CANCELLED, "Cancelled");
    }
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
    Running now = running.get();
    if (now != null) {
      now.cancel.run();
      awaitEnd(now.seconds);
    }
  }

  /** Interrupts when the process is asked to end, by Ctrl-C or otherwise. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "sluice-interrupt"));
  }

  private void awaitEnd(long seconds) {
    try {
      boolean unused = finished.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
