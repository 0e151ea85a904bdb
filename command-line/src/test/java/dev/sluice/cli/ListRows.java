package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows out of a stream, which may be endless or fail. */
final class ListRows implements Rows {
  private final List<ResultColumn> columns;
  private final Iterator<List<@Nullable Object>> rows;
  private final List<String> warnings;
  private List<@Nullable Object> current = List.of();
  volatile boolean cancelled;
  volatile boolean closed;

  ListRows(List<ResultColumn> columns, Stream<List<@Nullable Object>> rows, List<String> warnings) {
    this.columns = columns;
    this.rows = rows.iterator();
    this.warnings = warnings;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (cancelled) {
      throw new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
    }
    if (!rows.hasNext()) {
      return false;
    }
    current = rows.next();
    return true;
  }

  @Override
  public @Nullable Object value(int column) {
    return current.get(column);
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
