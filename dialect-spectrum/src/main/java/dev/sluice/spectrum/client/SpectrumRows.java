package dev.sluice.spectrum.client;

import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import dev.sluice.results.JsonText;
import dev.sluice.results.UnreadableValueException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query of Redshift's; the first {@link #next()} waits for the first rows. */
final class SpectrumRows implements Rows {
  private final List<ResultColumn> columns;
  private final NativeQuery query;
  private final SessionQuery run;
  private final Runnable ended;
  private volatile QueryStatistics statistics = QueryStatistics.NONE;
  private @Nullable ResultSet rows;
  private @Nullable Object[] values = new Object[0];
  private boolean[] known = new boolean[0];
  private boolean atEnd;

  /**
   * @param columns as the engine gives them
   * @param ended told once when the query no longer needs its session
   */
  SpectrumRows(List<ResultColumn> columns, NativeQuery query, SessionQuery run, Runnable ended) {
    this.columns = List.copyOf(columns);
    this.query = query;
    this.run = run;
    this.ended = ended;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (run.isCancelled()) {
      throw SessionQuery.wasCancelled();
    }
    if (atEnd) {
      return false;
    }
    try {
      if (rows == null) {
        rows = run.await();
        requireColumns(rows);
      }
      atEnd = !rows.next();
    } catch (SQLException e) {
      throw run.failure(e);
    }
    if (atEnd) {
      statistics = run.statistics();
      end();
    } else {
      values = new Object[columns.size()];
      known = new boolean[columns.size()];
    }
    return !atEnd;
  }

  private void requireColumns(ResultSet given) throws SQLException {
    int found = given.getMetaData().getColumnCount();
    if (found != columns.size()) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Redshift gave back %d columns where %d were asked for".formatted(found, columns.size()));
    }
  }

  @Override
  public @Nullable Object value(int column) {
    if (rows == null) {
      throw new IllegalStateException("There is no row before next()");
    }
    if (!known[column]) {
      values[column] = read(rows, column);
      known[column] = true;
    }
    return values[column];
  }

  private @Nullable Object read(ResultSet row, int column) {
    ResultColumn of = columns.get(column);
    try {
      if (of.type().isNested()) {
        String json = row.getString(column + 1);
        return json == null ? null : JsonText.read(of.type(), json);
      }
      return ColumnValue.read(row, column + 1, of.type());
    } catch (SQLException | UnreadableValueException e) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Redshift's answer for column " + of.name() + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public QueryStatistics statistics() {
    return statistics;
  }

  @Override
  public void cancel() {
    run.cancel();
  }

  @Override
  public void close() {
    if (!atEnd) {
      run.cancel();
    }
    end();
  }

  private void end() {
    run.end();
    ended.run();
  }
}
