package dev.sluice.spark.worker;

import dev.sluice.ResultColumn;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Values;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows on their way into one frame. Not shareable between threads. */
final class Batch {
  private static final int FULL_BYTES = 64 * 1024;
  private static final long FULL_NANOS = 100_000_000L;

  private final List<ResultColumn> columns;
  private final List<ValueReader> readers;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FULL_BYTES);
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int rows;
  private long since;

  Batch(List<ResultColumn> columns, List<ValueReader> readers) {
    this.columns = columns;
    this.readers = readers;
  }

  void add(Row row) throws IOException {
    if (rows == 0) {
      since = System.nanoTime();
    }
    for (int i = 0; i < columns.size(); i++) {
      Values.write(out, columns.get(i).type(), readers.get(i).read(row.get(i)));
    }
    rows++;
  }

  /** Whether it is large enough, or the first row has waited long enough. */
  boolean isFull() {
    return bytes.size() >= FULL_BYTES || System.nanoTime() - since >= FULL_NANOS;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The rows so far as a frame; the batch is empty afterwards. */
  Frame take() throws IOException {
    out.flush();
    byte[] body = new byte[Integer.BYTES + bytes.size()];
    ByteBuffer.wrap(body).putInt(rows).put(bytes.toByteArray());
    bytes.reset();
    rows = 0;
    return new Frame(Frame.Kind.ROWS, body);
  }
}
