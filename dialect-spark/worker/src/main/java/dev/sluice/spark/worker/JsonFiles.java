package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.udf;

import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.spark.protocol.Source;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * JSON, an object a line. Only what is sure is read: a parameter of the SerDe that changes the
 * meaning in a way that is not known here is refused.
 */
record JsonFiles(Source source, List<Column> tableColumns) implements Files {
  private static final String RECORD = "sluice record";

  JsonFiles {
    refuse(source, "use.null.for.invalid.data");
    refuse(source, "strip.outer.array");
    boolean moments =
        tableColumns.stream()
            .anyMatch(column -> Files.holds(column.type(), type -> type == Primitive.TIMESTAMP));
    if (moments && source.parameters().containsKey("timestamp.formats")) {
      throw new WorkerException("Spark cannot read JSON with timestamp.formats here");
    }
  }

  private static void refuse(Source source, String parameter) {
    if ("true".equalsIgnoreCase(source.parameters().get(parameter))) {
      throw new WorkerException("Spark cannot read JSON with " + parameter + " here");
    }
  }

  @Override
  public Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    boolean skip = "true".equalsIgnoreCase(source.parameters().get("ignore.malformed.json"));
    JsonLine rewrite =
        new JsonLine(JsonShape.of(tableColumns), JsonKeys.of(source.parameters()), skip);
    org.apache.spark.sql.Column text =
        udf(rewrite, DataTypes.StringType).apply(col(ColumnarFiles.quoted(Lines.LINE)));
    Dataset<Row> lines = Lines.load(reader, keys, paths);
    return (skip ? lines.where(text.isNotNull()) : lines)
        .withColumn(
            RECORD,
            from_json(text, SparkTypes.askedSchema(tableColumns), Map.of("mode", "FAILFAST")));
  }

  @Override
  public List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded) {
    return tableColumns.stream().map(JsonFiles::column).toList();
  }

  private static org.apache.spark.sql.Column column(Column column) {
    org.apache.spark.sql.Column field = col(ColumnarFiles.quoted(RECORD)).getField(column.name());
    return new Fit(column.name())
        .apply(field, SparkTypes.asked(column.type()), column.type())
        .as(column.name());
  }
}
