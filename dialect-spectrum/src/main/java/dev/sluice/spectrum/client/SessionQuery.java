package dev.sluice.spectrum.client;

import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Progress;
import dev.sluice.QueryStatistics;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One query in a session of its own, from the pool and back into it as it was. Begins on a thread
 * of its own; others wait, read and cancel.
 */
final class SessionQuery implements Runnable {
  private static final Pattern SETTING = Pattern.compile("SET ([a-z_]+) TO .*");

  private final DataSource pool;
  private final NativeQuery query;
  private final SpectrumSettings settings;
  private final RunListener listener;
  private final CompletableFuture<ResultSet> started = new CompletableFuture<>();
  private @Nullable Connection connection;
  private @Nullable Statement statement;
  private boolean cancelled;
  private boolean ended;

  SessionQuery(
      DataSource pool, NativeQuery query, SpectrumSettings settings, RunListener listener) {
    this.pool = pool;
    this.query = query;
    this.settings = settings;
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      listener.progressed(new Progress("connecting to Redshift", 0, 0));
      Statement ready = prepare();
      listener.progressed(new Progress("running on Redshift", 0, 0));
      started.complete(ready.executeQuery(query.sql()));
    } catch (SQLException e) {
      started.completeExceptionally(failure(e));
      end();
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
      end();
    }
  }

  /** A session that has been told all that the query needs of it. */
  private Statement prepare() throws SQLException {
    Connection fresh = connect();
    Statement own;
    synchronized (this) {
      connection = fresh;
      own = fresh.createStatement();
      statement = own;
      requireWanted();
    }
    for (String setting : sessionSettings()) {
      own.execute(setting);
    }
    own.setFetchSize(settings.fetchSize());
    own.setQueryTimeout((int) settings.timeout().toSeconds());
    requireWanted();
    return own;
  }

  private Connection connect() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw SpectrumFailures.noConnection(settings, e);
    }
  }

  private List<String> sessionSettings() {
    List<String> all = new ArrayList<>(List.of("SET timezone TO 'UTC'"));
    all.add("SET query_group TO '" + settings.queryGroup().replace("'", "''") + "'");
    all.addAll(query.session());
    return all;
  }

  private synchronized void requireWanted() {
    if (cancelled) {
      throw wasCancelled();
    }
  }

  /**
   * Waits for the first rows.
   *
   * @throws SluiceException if the query failed
   */
  ResultSet await() {
    try {
      return started.get();
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

  /** What went wrong, after whatever Redshift has to add to it. */
  SluiceException failure(SQLException e) {
    Connection own;
    synchronized (this) {
      if (cancelled) {
        return wasCancelled();
      }
      own = connection;
    }
    return SpectrumFailures.of(e, own);
  }

  /** What Redshift says of the query, once its rows have come. */
  QueryStatistics statistics() {
    Connection own;
    synchronized (this) {
      own = connection;
    }
    return own == null ? QueryStatistics.NONE : ScanStatistics.read(own);
  }

  /** Cancels what runs; returns soon, from any thread. */
  void cancel() {
    Statement own;
    synchronized (this) {
      cancelled = true;
      own = ended ? null : statement;
    }
    if (own != null) {
      try {
        own.cancel();
      } catch (SQLException e) {
        // It has ended, or the connection has.
      }
    }
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Gives the session back as it came; whoever reads the rows does so once. */
  void end() {
    Connection own;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      own = connection;
    }
    if (own != null) {
      restore(own);
    }
  }

  /** Settings outlive transactions, so they are taken back one by one. */
  private void restore(Connection own) {
    try (own) {
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
      // A session that cannot be restored is broken, and the pool drops it.
    }
  }

  static SluiceException wasCancelled() {
    return new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
  }
}
