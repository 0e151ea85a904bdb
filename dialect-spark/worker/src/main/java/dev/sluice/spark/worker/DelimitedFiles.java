package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import dev.sluice.Column;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Text in which columns are found by position: a field that a line lacks is NULL, one too many is
 * not read. Values that are not plainly of the column's type are errors, for the column that the
 * query reads.
 */
record DelimitedFiles(Source source, List<Column> tableColumns) implements Files {
  private static final String FIELDS = "sluice fields";

  DelimitedFiles {
    Map<String, String> parameters = source.parameters();
    require(parameters, "serialization.encoding", "utf-8");
    require(parameters, "line.delim", "\n");
    require(parameters, "skip.footer.line.count", "0");
    require(parameters, "serialization.last.column.takes.rest", "false");
    require(parameters, "wholeFile", "false");
  }

  private static void require(Map<String, String> parameters, String key, String only) {
    if (!parameters.getOrDefault(key, only).equalsIgnoreCase(only)) {
      throw new WorkerException(
          "Spark cannot read text with %s '%s' here".formatted(key, parameters.get(key)));
    }
  }

  @Override
  public Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    Dataset<Row> lines = Lines.load(reader, keys, paths);
    int header = header();
    LineSplitter split = LineSplitter.of(source.format(), source.parameters());
    return (header > 0 ? Lines.skipFirst(lines, keys, header) : lines)
        .withColumn(
            FIELDS,
            udf(split, DataTypes.createArrayType(DataTypes.StringType))
                .apply(col(ColumnarFiles.quoted(Lines.LINE))));
  }

  private int header() {
    String count = source.parameters().getOrDefault("skip.header.line.count", "0");
    if (!count.matches("\\d{1,6}")) {
      throw new WorkerException("skip.header.line.count is '" + count + "', not a number");
    }
    return Integer.parseInt(count);
  }

  @Override
  public List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded) {
    FieldText text =
        source.format() == TableFormat.CSV_OPEN
            ? FieldText.OPEN_CSV
            : FieldText.lazySimple(source.parameters());
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    for (Column column : tableColumns) {
      org.apache.spark.sql.Column field =
          get(col(ColumnarFiles.quoted(FIELDS)), lit(columns.size()));
      columns.add(text.value(field, column).as(column.name()));
    }
    return columns;
  }
}
