package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import dev.sluice.spark.protocol.Values;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one query, decoded as they are read. */
final class SparkRows implements Rows {
  private final List<ResultColumn> columns;
  private final Inbox inbox;
  private final Exchange exchange;
  private @Nullable DataInputStream batch;
  private int left;
  private @Nullable Object @Nullable [] row;

  SparkRows(List<ResultColumn> columns, Inbox inbox, Exchange exchange) {
    this.columns = columns;
    this.inbox = inbox;
    this.exchange = exchange;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      while (left == 0) {
        byte[] bytes = inbox.take();
        if (bytes == null) {
          row = null;
          return false;
        }
        batch = new DataInputStream(new ByteArrayInputStream(bytes));
        left = batch.readInt();
      }
      row = decode(java.util.Objects.requireNonNull(batch));
      left--;
      return true;
    } catch (IOException e) {
      throw new SluiceException(ErrorCode.INTERNAL, "The worker's rows cannot be read: " + e, e);
    }
  }

  private @Nullable Object[] decode(DataInputStream in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.read(in, columns.get(i).type());
    }
    return values;
  }

  @Override
  public @Nullable Object value(int column) {
    if (row == null) {
      throw new IllegalStateException("There is no current row");
    }
    return row[column];
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void cancel() {
    exchange.cancel();
  }

  @Override
  public void close() {
    left = 0;
    row = null;
    exchange.abandon();
  }
}
