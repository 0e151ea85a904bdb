package dev.sluice;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows out of a list, as an engine would give them. */
final class ListedRows implements Rows {
  private final List<ResultColumn> columns;
  private final Iterator<List<@Nullable Object>> iterator;
  private List<@Nullable Object> current = List.of();
  boolean closed;

  ListedRows(List<ResultColumn> columns, Iterator<List<@Nullable Object>> iterator) {
    this.columns = columns;
    this.iterator = iterator;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    boolean more = iterator.hasNext();
    if (more) {
      current = iterator.next();
    }
    return more;
  }

  @Override
  public @Nullable Object value(int column) {
    return current.get(column);
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {
    closed = true;
  }
}
