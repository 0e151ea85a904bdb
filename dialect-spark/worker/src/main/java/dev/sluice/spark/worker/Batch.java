package dev.sluice.spark.worker;

import dev.sluice.ResultColumn;
import dev.sluice.spark.protocol.Values;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows on their way into the body of one frame. Not shareable between threads. */
final class Batch {
  private static final int FULL_BYTES = 64 * 1024;

  private final List<ResultColumn> columns;
  private final List<ValueReader> readers;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FULL_BYTES);
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int rows;

  Batch(List<ResultColumn> columns) {
    this.columns = columns;
    this.readers = columns.stream().map(ValueReader::new).toList();
  }

  void add(Row row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Values.write(out, columns.get(i).type(), readers.get(i).read(row.get(i)));
    }
    rows++;
  }

  boolean isFull() {
    return bytes.size() >= FULL_BYTES;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The count and the rows so far; the batch is empty afterwards. */
  byte[] take() throws IOException {
    out.flush();
    byte[] body = new byte[Integer.BYTES + bytes.size()];
    ByteBuffer.wrap(body).putInt(rows).put(bytes.toByteArray());
    bytes.reset();
    rows = 0;
    return body;
  }
}
