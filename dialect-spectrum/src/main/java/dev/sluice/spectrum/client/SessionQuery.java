package dev.sluice.spectrum.client;

import dev.sluice.NativeQuery;
import dev.sluice.Progress;
import dev.sluice.QueryStatistics;
import dev.sluice.RunOptions;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One query in a session of its own, from the pool and back into it as it was. Begins on a thread
 * of its own, which gives the session back where nobody reads the rows; others wait, read and
 * cancel.
 */
final class SessionQuery implements Runnable {
  /**
   * How long a query may go on after it was cancelled. The driver (2.3.0) cancels what executes,
   * but not the fetching of more rows (RedshiftStatementImpl.cancel, looked at 2026-11-27).
   */
  private static final Duration STOPPING = Duration.ofSeconds(2);

  private final Sessions sessions;
  private final Executor threads;
  private final NativeQuery query;
  private final SpectrumSettings settings;
  private final RunOptions options;
  private final Consumer<SessionQuery> ended;
  private final Wanted wanted = new Wanted();
  private final CompletableFuture<ResultSet> started = new CompletableFuture<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Session session;
  private @Nullable Statement statement;
  private @Nullable Long sent;

  /** Whether it is the reader's affair, and no longer the query's own thread's, to end. */
  private boolean handedOver;

  private boolean closed;

  /**
   * @param threads for what must not keep those who cancel
   * @param ended told once when the session is given back
   */
  SessionQuery(
      Sessions sessions,
      Executor threads,
      NativeQuery query,
      SpectrumSettings settings,
      RunOptions options,
      Consumer<SessionQuery> ended) {
    this.sessions = sessions;
    this.threads = threads;
    this.query = query;
    this.settings = settings;
    this.options = options;
    this.ended = ended;
  }

  Wanted wanted() {
    return wanted;
  }

  @Override
  public void run() {
    try {
      handOver(start());
    } catch (SQLException e) {
      started.completeExceptionally(failure(e));
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
    } finally {
      if (!isHandedOver()) {
        end();
      }
    }
  }

  private ResultSet start() throws SQLException {
    wanted.require();
    options.listener().progressed(new Progress("connecting to Redshift", 0, 0));
    Statement ready = prepare();
    options.listener().progressed(new Progress("running on Redshift", 0, 0));
    wanted.require();
    return ready.executeQuery(query.sql());
  }

  private String label() {
    return options.tag().orElse(settings.queryGroup());
  }

  private Statement prepare() throws SQLException {
    Session own = new Session(sessions, sessions.take(wanted), label(), query);
    synchronized (this) {
      session = own;
    }
    Statement made = own.prepare(settings);
    synchronized (this) {
      statement = made;
      sent = System.nanoTime();
    }
    return made;
  }

  private void handOver(ResultSet rows) {
    synchronized (this) {
      handedOver = !closed;
    }
    started.complete(rows);
  }

  private synchronized boolean isHandedOver() {
    return handedOver;
  }

  /**
   * Waits for the first rows.
   *
   * @throws SluiceException if the query failed
   */
  ResultSet await() {
    try {
      return wanted.await(started);
    } catch (SluiceException e) {
      // An interrupt is a way to cancel too.
      if (wanted.isCancelled()) {
        cancel();
      }
      throw e;
    }
  }

  /** What went wrong, after whatever Redshift has to add to it. */
  SluiceException failure(SQLException e) {
    Session own = session();
    return wanted.isCancelled()
        ? Wanted.cancelled()
        : SpectrumFailures.of(e, own == null ? null : own.connection(), isLate());
  }

  private synchronized boolean isLate() {
    return sent != null && System.nanoTime() - sent > settings.timeout().toNanos();
  }

  private synchronized @Nullable Session session() {
    return session;
  }

  /** What Redshift says of the query, once its rows have come. */
  QueryStatistics statistics() {
    Session own = session();
    return own == null ? QueryStatistics.NONE : ScanStatistics.read(own.connection());
  }

  /** Cancels what runs; returns at once, from any thread. */
  void cancel() {
    wanted.cancel();
    if (over.getCount() > 0) {
      try {
        threads.execute(this::cancelNow);
        threads.execute(this::cutOff);
      } catch (RejectedExecutionException e) {
        // The engine is closed, and with it all sessions.
      }
    }
  }

  /** Tells Redshift to stop, and returns when it has been told. */
  void cancelNow() {
    wanted.cancel();
    Statement own;
    synchronized (this) {
      own = statement;
    }
    if (own != null && over.getCount() > 0) {
      try {
        own.cancel();
      } catch (SQLException e) {
        // It has ended, or the connection has.
      }
    }
  }

  /** A session that goes on nevertheless loses its connection, and whoever waits for it is free. */
  private void cutOff() {
    try {
      boolean ended = over.await(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
      Session own = session();
      if (!ended && own != null) {
        own.cutOff();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The rows are read, or wanted no more. The first call counts. */
  void close() {
    boolean ours;
    synchronized (this) {
      ours = handedOver && !closed;
      closed = true;
    }
    if (ours) {
      end();
    }
  }

  private void end() {
    Session own = session();
    if (own != null) {
      own.close();
    }
    over.countDown();
    ended.accept(this);
  }
}
