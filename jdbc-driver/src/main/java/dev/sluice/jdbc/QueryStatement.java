package dev.sluice.jdbc;

import dev.sluice.Plan;
import dev.sluice.QueryStatistics;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.RunOptions;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Executes queries, one at a time. Cancelling and closing may come from other threads. */
class QueryStatement implements SluiceStatement, Execution {
  private final SluiceConnection connection;
  private final Cancellation cancellation = new Cancellation();
  private long maxRows;
  private int timeout;
  private int fetchSize;
  private boolean escapes = true;
  private boolean poolable;
  private boolean closeOnCompletion;
  private boolean replacing;
  private volatile boolean closed;
  private RunListener listener = RunListener.NONE;
  private volatile @Nullable Plan plan;
  private volatile @Nullable Rows rows;
  private volatile Optional<String> tag = Optional.empty();
  private volatile @Nullable RowsResultSet result;
  private @Nullable SQLWarning warnings;
  private @Nullable Future<?> timer;

  QueryStatement(SluiceConnection connection) {
    this.connection = connection;
  }

  /** Makes the plan that is run. */
  interface Planning {
    Plan plan() throws SQLException;
  }

  final SluiceConnection owner() {
    return connection;
  }

  final void requireOpen() throws SQLException {
    if (closed) {
      throw States.closed("statement");
    }
    connection.requireOpen();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    requireOpen();
    String taken = escapes ? Escapes.translated(sql) : sql;
    Optional<String> explained = Explanation.query(taken);
    return explained.isPresent()
        ? run(() -> Explanation.of(planned(explained.get(), List.of())))
        : run(() -> planned(taken, List.of()));
  }

  /** A plan as it is made for running. */
  final Plan planned(String sql, List<? extends @Nullable Object> values) {
    return connection.sluice().plan(sql, values, connection.sluice().policyOfQueries(), listener);
  }

  final ResultSet run(Planning planning) throws SQLException {
    requireOpen();
    replaceResult();
    warnings = null;
    cancellation.begin();
    startTimer();
    try {
      Plan made = cancellation.working(planning::plan);
      plan = made;
      requireOpen();
      RunOptions options = new RunOptions(listener, connection.tag());
      Rows answered = cancellation.working(() -> connection.sluice().run(made, options));
      tag = options.tag();
      Rows opened = connection.flattens() ? new FlatStructs(answered) : answered;
      rows = opened;
      cancellation.running(opened);
      warnings = PlanWarnings.of(made);
      RowsResultSet opens = new RowsResultSet(opened, new ResultColumns(opened.columns()), this);
      result = opens;
      if (closed) {
        // Another thread closed the statement, and may have missed this one.
        opens.close();
        throw States.closed("statement");
      }
      return opens;
    } catch (SluiceException e) {
      answered();
      throw failure(e);
    } catch (SQLException e) {
      answered();
      throw e;
    } catch (IllegalStateException e) {
      // What another thread closed says so itself.
      answered();
      requireOpen();
      throw e;
    }
  }

  private void startTimer() throws SQLException {
    if (timeout > 0) {
      try {
        timer = connection.after(timeout, () -> cancellation.cancel(Cancellation.Cause.TIME_OUT));
      } catch (RejectedExecutionException e) {
        // Another thread closed the connection, and with it whoever keeps the time.
        requireOpen();
        throw e;
      }
    }
  }

  @Override
  public final void answered() {
    Future<?> running = timer;
    if (running != null) {
      running.cancel(false);
      timer = null;
    }
  }

  @Override
  public final SQLException failure(SluiceException error) {
    return switch (cancellation.cause()) {
      case NONE -> States.of(error);
      case CALLER -> States.cancelled();
      case TIME_OUT -> States.timedOut(timeout);
    };
  }

  @Override
  public final void cancel() throws SQLException {
    requireOpen();
    cancellation.cancel(Cancellation.Cause.CALLER);
  }

  @Override
  public final Statement statement() {
    return this;
  }

  @Override
  public final long maxRows() {
    return maxRows == 0 ? Long.MAX_VALUE : maxRows;
  }

  @Override
  public final void closed() throws SQLException {
    answered();
    if (closeOnCompletion && !replacing && !closed) {
      close();
    }
  }

  private void closeResult() throws SQLException {
    RowsResultSet open = result;
    result = null;
    if (open != null) {
      open.close();
    }
  }

  /** JDBC: what closes with its results is not closed by the next execution. */
  private void replaceResult() throws SQLException {
    replacing = true;
    try {
      closeResult();
    } finally {
      replacing = false;
    }
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      closeResult();
      answered();
      connection.closed(this);
    }
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  @Override
  public final Plan plan(String sql) throws SQLException {
    requireOpen();
    try {
      Sluice sluice = connection.sluice();
      return sluice.plan(
          escapes ? Escapes.translated(sql) : sql, sluice.policy().withAnswerAlone(true));
    } catch (SluiceException e) {
      throw States.of(e);
    }
  }

  @Override
  public final Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }

  @Override
  public final Optional<String> tag() {
    return tag;
  }

  @Override
  public final QueryStatistics statistics() {
    Rows latest = rows;
    return latest == null ? QueryStatistics.NONE : latest.statistics();
  }

  @Override
  public final void setProgressListener(RunListener newListener) {
    listener = newListener;
  }

  @Override
  public final boolean execute(String sql) throws SQLException {
    executeQuery(sql);
    return true;
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    requireOpen();
    return result;
  }

  /** There is no result that is a count. */
  @Override
  public final int getUpdateCount() throws SQLException {
    requireOpen();
    return -1;
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    return getUpdateCount();
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    requireOpen();
    closeResult();
    return false;
  }

  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    requireOpen();
    if (current == KEEP_CURRENT_RESULT) {
      result = null;
      return false;
    }
    return getMoreResults();
  }

  @Override
  public final int getMaxRows() throws SQLException {
    requireOpen();
    return (int) Math.min(maxRows, Integer.MAX_VALUE);
  }

  @Override
  public final void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    requireOpen();
    return maxRows;
  }

  @Override
  public final void setLargeMaxRows(long max) throws SQLException {
    requireOpen();
    maxRows = notNegative(max, "A limit of rows");
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    requireOpen();
    return timeout;
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    requireOpen();
    timeout = (int) notNegative(seconds, "A time-out");
  }

  private static long notNegative(long value, String what) throws SQLException {
    if (value < 0) {
      throw new SQLException(what + " is not negative, as " + value + " is", States.WRONG_ARGUMENT);
    }
    return value;
  }

  /** Values come whole. */
  @Override
  public final int getMaxFieldSize() throws SQLException {
    requireOpen();
    return 0;
  }

  @Override
  public final void setMaxFieldSize(int max) throws SQLException {
    requireOpen();
    if (notNegative(max, "A limit of values") > 0) {
      throw Refused.of("Values are not cut to a size");
    }
  }

  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    requireOpen();
    escapes = enable;
  }

  @Override
  public final void setCursorName(String name) throws SQLException {
    throw Refused.of("Cursors of Sluice have no names");
  }

  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    requireOpen();
    if (direction != ResultSet.FETCH_FORWARD) {
      throw Refused.scrolling();
    }
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    requireOpen();
    return ResultSet.FETCH_FORWARD;
  }

  /** Engines' clients fetch by themselves; this is kept and changes nothing. */
  @Override
  public final void setFetchSize(int rowsAtOnce) throws SQLException {
    requireOpen();
    fetchSize = (int) notNegative(rowsAtOnce, "A fetch size");
  }

  @Override
  public final int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    requireOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetType() throws SQLException {
    requireOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    requireOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return warnings;
  }

  @Override
  public final void clearWarnings() throws SQLException {
    requireOpen();
    warnings = null;
  }

  @Override
  public final Connection getConnection() throws SQLException {
    requireOpen();
    return connection;
  }

  @Override
  public final void setPoolable(boolean newPoolable) throws SQLException {
    requireOpen();
    poolable = newPoolable;
  }

  final void poolable(boolean initial) {
    poolable = initial;
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    requireOpen();
    return poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    requireOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    requireOpen();
    return closeOnCompletion;
  }

  @Override
  public final int executeUpdate(String sql) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final int executeUpdate(String sql, int keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final int executeUpdate(String sql, int[] keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final int executeUpdate(String sql, String[] keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final long executeLargeUpdate(String sql) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final long executeLargeUpdate(String sql, int keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final long executeLargeUpdate(String sql, int[] keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final long executeLargeUpdate(String sql, String[] keys) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final long[] executeLargeBatch() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final boolean execute(String sql, int keys) throws SQLException {
    if (keys == RETURN_GENERATED_KEYS) {
      throw Refused.generatedKeys();
    }
    return execute(sql);
  }

  @Override
  public final boolean execute(String sql, int[] keys) throws SQLException {
    throw Refused.generatedKeys();
  }

  @Override
  public final boolean execute(String sql, String[] keys) throws SQLException {
    throw Refused.generatedKeys();
  }

  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    throw Refused.generatedKeys();
  }

  @Override
  public final void addBatch(String sql) throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final void clearBatch() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
