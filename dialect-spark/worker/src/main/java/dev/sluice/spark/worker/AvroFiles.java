package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;

import dev.sluice.Column;
import dev.sluice.spark.protocol.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Avro files of a table that brings its own Avro schema: read through Avro's own resolution, with
 * its aliases and defaults, then taken by the catalog's names.
 */
record AvroFiles(String avroSchema, List<Column> tableColumns) implements Files {
  private static final String LITERAL = "avro.schema.literal";
  private static final String URL = "avro.schema.url";

  static Files of(Configuration configuration, Source source, List<Column> columns) {
    String literal = source.parameters().get(LITERAL);
    String url = source.parameters().get(URL);
    if (literal != null && !literal.equals("none")) {
      return new AvroFiles(literal, columns);
    } else if (url != null && !url.equals("none")) {
      return new AvroFiles(text(configuration, url), columns);
    }
    return new ColumnarFiles("avro", columns, Map.of());
  }

  private static String text(Configuration configuration, String url) {
    Path path = new Path(Places.hadoop(url));
    try (InputStream in = Places.system(configuration, path).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WorkerException("Cannot read the table's " + URL + " " + url + ": " + e, e);
    }
  }

  @Override
  public Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    return reader.format("avro").option("avroSchema", avroSchema).load(paths);
  }

  @Override
  public List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded) {
    List<org.apache.spark.sql.Column> fitted = new ArrayList<>();
    for (Column column : tableColumns) {
      StructField field = field(loaded, column.name());
      fitted.add(
          new Fit(column.name())
              .apply(col(ColumnarFiles.quoted(field.name())), field.dataType(), column.type())
              .as(column.name()));
    }
    return fitted;
  }

  private static StructField field(Dataset<Row> loaded, String name) {
    for (StructField field : loaded.schema().fields()) {
      if (field.name().equalsIgnoreCase(name)) {
        return field;
      }
    }
    throw new WorkerException("The table's Avro schema has no field for column " + name);
  }
}
