package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.sluice.ConvertedFiles;
import dev.sluice.ConvertedFiles.ColumnSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the values of columns come to, whatever the order of the rows: how many are NULL, and the
 * sum of 32 bits of each value's hash, which 2^31 rows cannot overflow.
 */
final class ColumnSums {
  private static final int HALF = 32;
  private static final String ROWS = "rows";
  private static final String VALUES = "values_";
  private static final String SUM = "sum_";

  /** No column of a catalog is called so: Glue's names have no such characters. */
  private static final String HASH = "\u0001hash";

  /** Maps are hashed as Spark hashes them where it is let: their entries in their order. */
  static final Map<String, String> SETTINGS = Map.of("spark.sql.legacy.allowHashOnMapType", "true");

  private final List<dev.sluice.Column> columns;

  ColumnSums(List<dev.sluice.Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * Rows with the hash of each column's value besides, NULL where that is. Spark computes columns
   * in code that it generates, and what it observes of rows value by value: so little is left to
   * that.
   */
  Dataset<Row> hashed(Dataset<Row> rows) {
    List<Column> all = new ArrayList<>(own());
    for (int i = 0; i < columns.size(); i++) {
      Column value = col(ColumnarFiles.quoted(columns.get(i).name()));
      Column hash = shiftrightunsigned(xxhash64(value), HALF);
      all.add(when(value.isNotNull(), hash).as(HASH + i));
    }
    return rows.select(all.toArray(Column[]::new));
  }

  /** The columns themselves. */
  List<Column> own() {
    return columns.stream().map(column -> col(ColumnarFiles.quoted(column.name()))).toList();
  }

  /** Of hashed rows: how many they are first, then two for each column. */
  List<Column> aggregates() {
    List<Column> all = new ArrayList<>();
    all.add(count(lit(1)).as(ROWS));
    for (int i = 0; i < columns.size(); i++) {
      Column hash = col(ColumnarFiles.quoted(HASH + i));
      all.add(count(hash).as(VALUES + i));
      all.add(coalesce(sum(hash), lit(0L)).as(SUM + i));
    }
    return all;
  }

  /**
   * @param aggregate gives one of {@link #aggregates} by its name
   */
  ConvertedFiles read(ToLongFunction<String> aggregate) {
    long rows = aggregate.applyAsLong(ROWS);
    List<ColumnSum> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long nulls = rows - aggregate.applyAsLong(VALUES + i);
      all.add(new ColumnSum(columns.get(i).name(), nulls, aggregate.applyAsLong(SUM + i)));
    }
    return new ConvertedFiles(rows, all);
  }
}
