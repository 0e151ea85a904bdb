package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that show others, which they own: all but what is overridden goes there. */
public abstract class ForwardingRows implements Rows {
  private final Rows rows;

  protected ForwardingRows(Rows rows) {
    this.rows = rows;
  }

  /** The others. */
  protected final Rows rows() {
    return rows;
  }

  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public boolean next() {
    return rows.next();
  }

  @Override
  public @Nullable Object value(int column) {
    return rows.value(column);
  }

  @Override
  public List<String> warnings() {
    return rows.warnings();
  }

  @Override
  public QueryStatistics statistics() {
    return rows.statistics();
  }

  @Override
  public void cancel() {
    rows.cancel();
  }

  @Override
  public void close() {
    rows.close();
  }
}
