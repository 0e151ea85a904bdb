package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.sluice.ConvertedFiles;
import dev.sluice.ConvertedFiles.ColumnSum;
import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Column;

/**
 * What the values of columns come to, whatever the order of the rows: how many are NULL, and the
 * sum of 32 bits of each value's hash, which 2^31 rows cannot overflow.
 */
final class ColumnSums {
  private static final int HALF = 32;
  private static final String ROWS = "rows";
  private static final String VALUES = "values_";
  private static final String SUM = "sum_";

  private final List<dev.sluice.Column> columns;

  ColumnSums(List<dev.sluice.Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** The rows first, then two for each column. */
  List<Column> aggregates() {
    List<Column> all = new ArrayList<>();
    all.add(count(lit(1)).as(ROWS));
    for (int i = 0; i < columns.size(); i++) {
      Column value = col(ColumnarFiles.quoted(columns.get(i).name()));
      Column hash = xxhash64(hashable(value, columns.get(i).type()));
      all.add(count(value).as(VALUES + i));
      all.add(coalesce(sum(shiftrightunsigned(hash, HALF)), lit(0L)).as(SUM + i));
    }
    return all;
  }

  /** Spark does not hash maps, whose entries are compared in their order here. */
  private static Column hashable(Column value, DataType type) {
    if (!Files.holds(type, part -> part instanceof DataType.MapOf)) {
      return value;
    } else if (type instanceof DataType.MapOf map) {
      return transform(
          map_entries(value),
          entry ->
              struct(
                  hashable(entry.getField("key"), map.key()).as("key"),
                  hashable(entry.getField("value"), map.value()).as("value")));
    } else if (type instanceof DataType.Array array) {
      return transform(value, item -> hashable(item, array.element()));
    }
    Column[] fields =
        ((DataType.Struct) type)
            .fields().stream()
                .map(f -> hashable(value.getField(f.name()), f.type()).as(f.name()))
                .toArray(Column[]::new);
    return when(value.isNull(), lit(null)).otherwise(struct(fields));
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
