package dev.sluice.results;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.QueryStatistics;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an engine's client reads one after the other, and whose values are made once, when they
 * are asked for. What has failed stays failed: whoever asks again does not get the rows behind the
 * gap.
 */
public abstract class ReadRows implements Rows {
  private final String engine;
  private final List<ResultColumn> columns;
  private final Wanted wanted;
  private volatile QueryStatistics statistics = QueryStatistics.NONE;
  private @Nullable Object[] values = new Object[0];
  private boolean[] known = new boolean[0];
  private boolean onRow;
  private boolean atEnd;
  private @Nullable RuntimeException failure;

  /**
   * @param engine as messages name it
   */
  protected ReadRows(String engine, List<ResultColumn> columns, Wanted wanted) {
    this.engine = engine;
    this.columns = List.copyOf(columns);
    this.wanted = wanted;
  }

  /**
   * Moves to the next row; the first call waits for the query.
   *
   * @return false after the last one
   */
  protected abstract boolean advance();

  /**
   * The value of the current row as the client has it.
   *
   * @throws UnreadableValueException when it is none of the type
   */
  protected abstract @Nullable Object read(int column, DataType type);

  /** What to raise where a value cannot be made. */
  protected final SluiceException unreadable(int column, Exception e) {
    return new SluiceException(
        ErrorCode.ENGINE_FAILED,
        "%s's answer for column %s cannot be read: %s"
            .formatted(engine, columns.get(column).name(), e.getMessage()),
        e);
  }

  protected final void tell(QueryStatistics told) {
    statistics = told;
  }

  protected final boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public final List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public final boolean next() {
    onRow = false;
    if (failure != null) {
      throw failure;
    }
    if (atEnd) {
      return false;
    }
    try {
      wanted.require();
      atEnd = !advance();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
    onRow = !atEnd;
    values = new Object[columns.size()];
    known = new boolean[columns.size()];
    return onRow;
  }

  @Override
  public final @Nullable Object value(int column) {
    if (!onRow) {
      throw new IllegalStateException("There is no row before next() and after the last one");
    }
    if (!known[column]) {
      try {
        values[column] = read(column, columns.get(column).type());
      } catch (UnreadableValueException e) {
        throw unreadable(column, e);
      }
      known[column] = true;
    }
    return values[column];
  }

  @Override
  public final List<String> warnings() {
    return List.of();
  }

  @Override
  public final QueryStatistics statistics() {
    return statistics;
  }
}
