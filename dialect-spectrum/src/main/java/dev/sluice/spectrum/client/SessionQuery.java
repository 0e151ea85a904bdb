package dev.sluice.spectrum.client;

import dev.sluice.NativeQuery;
import dev.sluice.Progress;
import dev.sluice.QueryStatistics;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One query in a session of its own, from the pool and back into it as it was. Begins on a thread
 * of its own, which gives the session back where nobody reads the rows; others wait, read and
 * cancel.
 */
final class SessionQuery implements Runnable {
  private static final Pattern SETTING = Pattern.compile("SET ([a-z_]+) TO .*");

  /**
   * How long a query may go on after it was cancelled. The driver (2.3.0) cancels what executes,
   * but not the fetching of more rows (RedshiftStatementImpl.cancel, looked at 2026-11-27).
   */
  private static final Duration STOPPING = Duration.ofSeconds(2);

  private final Sessions sessions;
  private final Executor threads;
  private final NativeQuery query;
  private final SpectrumSettings settings;
  private final RunListener listener;
  private final Consumer<SessionQuery> ended;
  private final Wanted wanted = new Wanted();
  private final CompletableFuture<ResultSet> started = new CompletableFuture<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Connection connection;
  private @Nullable Statement statement;

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
      RunListener listener,
      Consumer<SessionQuery> ended) {
    this.sessions = sessions;
    this.threads = threads;
    this.query = query;
    this.settings = settings;
    this.listener = listener;
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
    listener.progressed(new Progress("connecting to Redshift", 0, 0));
    Statement ready = prepare();
    listener.progressed(new Progress("running on Redshift", 0, 0));
    wanted.require();
    return ready.executeQuery(query.sql());
  }

  /** A session that has been told all that the query needs of it. */
  private Statement prepare() throws SQLException {
    Connection own = sessions.take(wanted);
    synchronized (this) {
      connection = own;
    }
    Statement made = own.createStatement();
    for (String setting : sessionSettings()) {
      made.execute(setting);
    }
    made.setFetchSize(settings.fetchSize());
    made.setQueryTimeout((int) settings.timeout().toSeconds());
    synchronized (this) {
      statement = made;
    }
    return made;
  }

  private List<String> sessionSettings() {
    List<String> all = new ArrayList<>(List.of("SET timezone TO 'UTC'"));
    all.add("SET query_group TO '" + settings.queryGroup().replace("'", "''") + "'");
    all.addAll(query.session());
    return all;
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
    return wanted.isCancelled() ? Wanted.cancelled() : SpectrumFailures.of(e, own());
  }

  private synchronized @Nullable Connection own() {
    return connection;
  }

  /** What Redshift says of the query, once its rows have come. */
  QueryStatistics statistics() {
    Connection own = own();
    return own == null ? QueryStatistics.NONE : ScanStatistics.read(own);
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
      Connection own = over.await(STOPPING.toMillis(), TimeUnit.MILLISECONDS) ? null : own();
      if (own != null) {
        own.abort(Runnable::run);
      }
    } catch (SQLException e) {
      // It is cut off already.
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
    Connection own = own();
    if (own != null) {
      restore(own);
    }
    over.countDown();
    ended.accept(this);
  }

  /** Settings outlive transactions, so they are taken back one by one. */
  private void restore(Connection own) {
    try (own) {
      try {
        own.rollback();
        try (Statement reset = own.createStatement()) {
          for (String setting : sessionSettings()) {
            Matcher name = SETTING.matcher(setting);
            if (name.matches()) {
              reset.execute("RESET " + name.group(1));
            }
          }
        }
        own.commit();
      } catch (SQLException e) {
        // What it was told would change the meaning of the next query.
        sessions.drop(own);
      }
    } catch (SQLException e) {
      // The connection is lost, and the pool knows.
    }
  }
}
