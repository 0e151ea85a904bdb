package dev.sluice.spark.worker;

import dev.sluice.ResultColumn;
import dev.sluice.spark.protocol.Description;
import dev.sluice.spark.protocol.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** What a task does with its rows of the answer: it makes them fit the plan and encodes them. */
final class Encode implements FlatMapFunction<Iterator<Row>, Spool> {
  private static final long serialVersionUID = 1L;

  private final byte[] columns;
  private final String folder;

  Encode(List<ResultColumn> columns, Path folder) throws IOException {
    this.columns = new Description(columns).frame().body();
    this.folder = folder.toString();
  }

  @Override
  public Iterator<Spool> call(Iterator<Row> rows) throws IOException {
    Batch batch = new Batch(Description.of(new Frame(Frame.Kind.COLUMNS, columns)).columns());
    Spool spool = new Spool(Path.of(folder));
    while (rows.hasNext()) {
      batch.add(rows.next());
      if (batch.isFull()) {
        spool.add(batch.take());
      }
    }
    if (!batch.isEmpty()) {
      spool.add(batch.take());
    }
    spool.finish();
    return List.of(spool).iterator();
  }
}
