package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;

import dev.sluice.Column;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Files that name their columns: read with the catalog's schema, by name whatever the case; what a
 * file lacks is NULL, numbers widen, anything else that does not fit fails.
 */
record ColumnarFiles(String format, List<Column> tableColumns, Map<String, String> options)
    implements Files {

  @Override
  public Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    StructType schema = SparkTypes.askedSchema(tableColumns);
    for (String key : keys) {
      schema = schema.add(SparkTypes.field(key, DataTypes.StringType));
    }
    return reader.format(format).options(options).schema(schema).load(paths);
  }

  @Override
  public List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded) {
    return tableColumns.stream().map(ColumnarFiles::column).toList();
  }

  private static org.apache.spark.sql.Column column(Column column) {
    return new Fit(column.name())
        .apply(col(quoted(column.name())), SparkTypes.asked(column.type()), column.type())
        .as(column.name());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
