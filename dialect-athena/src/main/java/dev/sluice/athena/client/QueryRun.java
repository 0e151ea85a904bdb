package dev.sluice.athena.client;

import dev.sluice.ErrorCode;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** One query from its start to its end. Runs on a thread of its own; others wait and cancel. */
final class QueryRun implements Runnable {
  private final AthenaCalls calls;
  private final String sql;
  private final Optional<String> database;
  private final Duration timeout;
  private final RunListener listener;
  private final CompletableFuture<QueryExecution> end = new CompletableFuture<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile @Nullable String id;

  QueryRun(
      AthenaCalls calls,
      String sql,
      Optional<String> database,
      Duration timeout,
      RunListener listener) {
    this.calls = calls;
    this.sql = sql;
    this.database = database;
    this.timeout = timeout;
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      end.complete(untilTheEnd());
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    } catch (InterruptedException e) {
      stopNow();
      end.completeExceptionally(wasCancelled());
    }
  }

  private QueryExecution untilTheEnd() throws InterruptedException {
    requireWanted();
    listener.progressed(new Progress("starting Athena's query", 0, 0));
    long deadline = System.nanoTime() + timeout.toNanos();
    String started = calls.start(sql, database);
    id = started;
    PollPause pause = new PollPause();
    try {
      while (!cancelled.await(pause.next().toMillis(), TimeUnit.MILLISECONDS)) {
        QueryExecution execution = calls.look(started);
        QueryExecutionState state = execution.status().state();
        if (state == QueryExecutionState.SUCCEEDED) {
          return execution;
        } else if (state == QueryExecutionState.FAILED) {
          throw AthenaFailures.of(execution);
        } else if (state == QueryExecutionState.CANCELLED) {
          throw AthenaFailures.stopped(execution);
        } else if (System.nanoTime() - deadline > 0) {
          stopNow();
          throw AthenaFailures.tookTooLong(started, timeout);
        }
        listener.progressed(progress(execution));
      }
    } catch (SluiceException e) {
      // It may be running still, with nobody to read it.
      stopNow();
      throw e;
    }
    stopNow();
    throw wasCancelled();
  }

  private void requireWanted() {
    if (cancelled.getCount() == 0) {
      throw wasCancelled();
    }
  }

  private static Progress progress(QueryExecution execution) {
    boolean waits = execution.status().state() == QueryExecutionState.QUEUED;
    return new Progress(waits ? "waiting in Athena's queue" : "running on Athena", 0, 0);
  }

  /**
   * Waits for the end.
   *
   * @throws SluiceException if the query did not succeed
   */
  QueryExecution await() {
    try {
      return end.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel();
      throw wasCancelled();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SluiceException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    }
  }

  /** The query is no longer wanted; returns at once. */
  void cancel() {
    cancelled.countDown();
  }

  boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Stops the query at Athena if it was started and may not have ended; raises nothing. */
  void stopNow() {
    cancelled.countDown();
    String started = id;
    if (started != null && !end.isDone()) {
      try {
        calls.stop(started);
      } catch (SluiceException e) {
        // Whoever stops a query has something else to say, or nobody to say it to.
      }
    }
  }

  static SluiceException wasCancelled() {
    return new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
  }
}
