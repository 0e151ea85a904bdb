package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that the plan holds already. */
final class AnswerRows implements Rows {
  private final List<ResultColumn> columns;
  private final List<List<@Nullable Object>> rows;
  private volatile boolean cancelled;
  private int row = -1;

  AnswerRows(List<ResultColumn> columns, List<List<@Nullable Object>> rows) {
    this.columns = columns;
    this.rows = rows;
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
    row++;
    return row < rows.size();
  }

  @Override
  public @Nullable Object value(int column) {
    return rows.get(row).get(column);
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {}
}
