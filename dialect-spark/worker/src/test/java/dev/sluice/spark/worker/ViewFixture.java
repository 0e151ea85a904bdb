package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Folder;
import dev.sluice.spark.protocol.Source;
import dev.sluice.spark.protocol.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table under construction: {@code web.t} over folders below one root. */
final class ViewFixture {
  private final SparkSession spark;
  private final Path root;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> keys = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  ViewFixture(SparkSession spark, Path root) {
    this.spark = spark.newSession();
    this.root = root;
  }

  /** Another table over the same root. */
  ViewFixture again() {
    return new ViewFixture(spark, root);
  }

  /** Writes the rows of a query as files. */
  void write(TableFormat format, String folder, String sql) {
    spark
        .sql(sql)
        .coalesce(1)
        .write()
        .format(format.name().toLowerCase(java.util.Locale.ROOT))
        .save(root.resolve(folder).toString());
  }

  void write(String file, String... lines) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
      Files.writeString(path, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return root.resolve(name);
  }

  ViewFixture column(String name, DataType type) {
    columns.add(new Column(name, type));
    return this;
  }

  ViewFixture key(String name, DataType type) {
    keys.add(new Column(name, type));
    return this;
  }

  ViewFixture source(TableFormat format, Map<String, String> parameters, Folder... folders) {
    sources.add(new Source(format, parameters, ColumnMapping.BY_NAME, List.of(folders)));
    return this;
  }

  ViewFixture byPosition(TableFormat format, Folder... folders) {
    sources.add(new Source(format, Map.of(), ColumnMapping.BY_POSITION, List.of(folders)));
    return this;
  }

  ViewFixture source(TableFormat format, Folder... folders) {
    return source(format, Map.of(), folders);
  }

  Folder folder(String name, String... values) {
    return new Folder(root.resolve(name).toString(), List.of(values));
  }

  View view() {
    return new View("web.t", columns, keys, sources);
  }

  SparkSession spark() {
    return spark;
  }

  /** The rows of a query over {@code `web.t`}, each as Spark prints it. */
  List<String> rows(String sql) {
    Views.register(spark, List.of(view()));
    return Arrays.stream((Row[]) spark.sql(sql).collect()).map(Row::toString).toList();
  }

  static DataType.Struct struct(Object... namesAndTypes) {
    List<DataType.Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new DataType.Field((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1]));
    }
    return new DataType.Struct(fields);
  }

  static DataType array(DataType element) {
    return new DataType.Array(element);
  }

  static DataType text() {
    return Primitive.STRING;
  }
}
