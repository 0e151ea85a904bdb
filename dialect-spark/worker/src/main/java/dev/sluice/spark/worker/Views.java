package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.spark.protocol.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Shows a session the tables of one query, each under its whole name in one part. */
final class Views {
  private Views() {}

  static void register(SparkSession session, List<View> views) {
    for (View view : views) {
      dataset(session, view).createOrReplaceTempView(ColumnarFiles.quoted(view.name()));
    }
  }

  /** The table's columns, then its keys. */
  static Dataset<Row> dataset(SparkSession session, View view) {
    List<Dataset<Row>> parts = new SourceReader(session, view).read();
    if (parts.isEmpty()) {
      List<Column> all = Stream.concat(view.columns().stream(), view.keys().stream()).toList();
      return session.createDataFrame(List.<Row>of(), SparkTypes.schema(all));
    }
    return union(parts);
  }

  /** A balanced tree: a chain of many unions would be slow to analyse. */
  private static Dataset<Row> union(List<Dataset<Row>> parts) {
    List<Dataset<Row>> level = parts;
    while (level.size() > 1) {
      List<Dataset<Row>> next = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        Dataset<Row> left = level.get(i);
        next.add(i + 1 < level.size() ? left.union(level.get(i + 1)) : left);
      }
      level = next;
    }
    return level.get(0);
  }
}
