package dev.sluice.jdbc;

import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are all there. Not shareable between threads. */
final class ListedRows implements Rows {
  private final List<ResultColumn> columns;
  private final List<? extends List<? extends @Nullable Object>> rows;
  private int next;

  ListedRows(List<ResultColumn> columns, List<? extends List<? extends @Nullable Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (next < rows.size()) {
      next++;
      return true;
    }
    return false;
  }

  @Override
  public @Nullable Object value(int column) {
    return rows.get(next - 1).get(column);
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void cancel() {
    // Nothing is going on.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
