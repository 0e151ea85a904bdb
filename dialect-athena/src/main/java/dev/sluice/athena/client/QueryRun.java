package dev.sluice.athena.client;

import dev.sluice.Progress;
import dev.sluice.RunOptions;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/**
 * One query from its start to its end. Runs on a thread of its own, which alone starts and stops it
 * at Athena, so that one whose id is not known yet is stopped too; others wait and cancel.
 */
final class QueryRun implements Runnable {
  /** Where queries are found by their tags, since Athena has no labels for them. */
  private static final System.Logger TAGS = System.getLogger("dev.sluice.athena.tags");

  /** How long Athena may be silent after the query's time is over. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final AthenaCalls calls;
  private final String sql;
  private final Optional<String> database;
  private final Duration timeout;
  private final RunOptions options;
  private final Wanted wanted = new Wanted();
  private final CompletableFuture<QueryExecution> end = new CompletableFuture<>();
  private final CountDownLatch left = new CountDownLatch(1);

  QueryRun(
      AthenaCalls calls,
      String sql,
      Optional<String> database,
      Duration timeout,
      RunOptions options) {
    this.calls = calls;
    this.sql = sql;
    this.database = database;
    this.timeout = timeout;
    this.options = options;
  }

  Wanted wanted() {
    return wanted;
  }

  @Override
  public void run() {
    try {
      end.orTimeout(timeout.plus(SILENCE).toMillis(), TimeUnit.MILLISECONDS);
      end.complete(untilTheEnd());
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    } finally {
      left.countDown();
    }
  }

  private QueryExecution untilTheEnd() {
    wanted.require();
    options.listener().progressed(new Progress("starting Athena's query", 0, 0));
    long deadline = System.nanoTime() + timeout.toNanos();
    String id = calls.start(sql, database);
    options.tag().ifPresent(tag -> TAGS.log(System.Logger.Level.INFO, "Query {0} is {1}", id, tag));
    boolean ended = false;
    try {
      PollPause pause = new PollPause();
      while (wanted.pause(pause.next())) {
        QueryExecution execution = calls.look(id);
        ended = hasEnded(execution.status().state());
        if (ended) {
          return succeeded(execution);
        } else if (System.nanoTime() - deadline > 0) {
          throw AthenaFailures.tookTooLong(id, timeout);
        }
        options.listener().progressed(progress(execution));
      }
      throw Wanted.cancelled();
    } finally {
      if (!ended) {
        // Nobody will read it.
        stop(id);
      }
    }
  }

  private static boolean hasEnded(QueryExecutionState state) {
    return state == QueryExecutionState.SUCCEEDED
        || state == QueryExecutionState.FAILED
        || state == QueryExecutionState.CANCELLED;
  }

  private static QueryExecution succeeded(QueryExecution execution) {
    QueryExecutionState state = execution.status().state();
    if (state == QueryExecutionState.FAILED) {
      throw AthenaFailures.of(execution);
    } else if (state == QueryExecutionState.CANCELLED) {
      throw AthenaFailures.stopped(execution);
    }
    return execution;
  }

  private static Progress progress(QueryExecution execution) {
    boolean waits = execution.status().state() == QueryExecutionState.QUEUED;
    return new Progress(waits ? "waiting in Athena's queue" : "running on Athena", 0, 0);
  }

  private void stop(String id) {
    try {
      calls.stop(id);
    } catch (SluiceException e) {
      // Whoever stops a query has something else to say, or nobody to say it to.
    }
  }

  /**
   * Waits for the end.
   *
   * @throws SluiceException if the query did not succeed
   */
  QueryExecution await() {
    try {
      return wanted.await(end);
    } catch (CompletionException e) {
      cancel();
      throw AthenaFailures.silent(timeout);
    }
  }

  /** The query is no longer wanted; returns at once, and the query's own thread stops it. */
  void cancel() {
    wanted.cancel();
  }

  /** Waits until there is nothing more to be stopped, but not for longer than this. */
  void awaitStop(Duration atMost) {
    try {
      boolean unused = left.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
