package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Files of lines, as rows of one text column and the partition keys. */
final class Lines {
  /** The column that holds a line; no catalog has a name with a blank. */
  static final String LINE = "sluice line";

  private static final String FILE = "sluice file";
  private static final String START = "sluice start";

  private Lines() {}

  static Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    return reader.format("text").schema(schema(keys)).load(paths);
  }

  private static StructType schema(List<String> keys) {
    StructType schema = new StructType().add(SparkTypes.field(LINE, DataTypes.StringType));
    for (String key : keys) {
      schema = schema.add(SparkTypes.field(key, DataTypes.StringType));
    }
    return schema;
  }

  /** Without the first lines of each file. */
  static Dataset<Row> skipFirst(Dataset<Row> lines, List<String> keys, int count) {
    List<org.apache.spark.sql.Column> wanted = new ArrayList<>();
    wanted.add(col(ColumnarFiles.quoted(LINE)));
    keys.forEach(key -> wanted.add(col(ColumnarFiles.quoted(key))));
    wanted.add(col("_metadata.file_path").as(FILE));
    wanted.add(col("_metadata.file_block_start").as(START));
    Dataset<Row> placed = lines.select(wanted.toArray(org.apache.spark.sql.Column[]::new));
    MapPartitionsFunction<Row, Row> skip = rows -> new AfterFirst(rows, keys.size() + 1, count);
    return placed.mapPartitions(skip, Encoders.row(placed.schema()));
  }

  /** A task reads its pieces of files one after the other, each from its start. */
  private static final class AfterFirst implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int file;
    private final int count;
    private String current = "";
    private int passed;
    private @org.jspecify.annotations.Nullable Row next;

    AfterFirst(Iterator<Row> rows, int file, int count) {
      this.rows = rows;
      this.file = file;
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        Row row = rows.next();
        String piece = row.getString(file) + " " + row.getLong(file + 1);
        passed = piece.equals(current) ? passed : 0;
        current = piece;
        if (row.getLong(file + 1) > 0 || passed >= count) {
          next = row;
        }
        passed++;
      }
      return next != null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      Row row = java.util.Objects.requireNonNull(next);
      next = null;
      return row;
    }
  }
}
