package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.spark.protocol.Folder;
import dev.sluice.spark.protocol.Source;
import dev.sluice.spark.protocol.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads a view's sources: the table's columns, then its partition keys, whatever the folders. */
final class SourceReader {
  /** The value under which Hive keeps the rows whose key is NULL. */
  private static final String NULL_VALUE = "__HIVE_DEFAULT_PARTITION__";

  private final SparkSession session;
  private final View view;
  private final Configuration configuration;

  SourceReader(SparkSession session, View view) {
    this.session = session;
    this.view = view;
    this.configuration = session.sparkContext().hadoopConfiguration();
  }

  /** One dataset a read; none when there is no folder. */
  List<Dataset<Row>> read() {
    List<Dataset<Row>> datasets = new ArrayList<>();
    for (Source source : view.sources()) {
      Files files = Files.of(configuration, source, view.columns());
      List<Folder> folders = source.folders().stream().filter(this::exists).toList();
      folders.forEach(this::requireKnownKeys);
      for (HiveLayout.Group group : HiveLayout.group(folders, view.keys())) {
        datasets.add(read(files, group));
      }
    }
    return datasets;
  }

  private Dataset<Row> read(Files files, HiveLayout.Group group) {
    // Names may hold characters that mean a pattern to Hadoop.
    DataFrameReader reader = session.read().option("__globPaths__", "false");
    String[] paths =
        group.folders().stream()
            .map(folder -> Places.hadoop(folder.location()))
            .toArray(String[]::new);
    List<String> keys = view.keys().stream().map(Column::name).toList();
    String root = group.root();
    Dataset<Row> loaded =
        root != null
            ? files.load(reader.option("basePath", Places.hadoop(root)), keys, paths)
            : files.load(reader.option("recursiveFileLookup", "true"), List.of(), paths);
    List<org.apache.spark.sql.Column> all = new ArrayList<>(files.columns(loaded));
    for (int i = 0; i < keys.size(); i++) {
      org.apache.spark.sql.Column value =
          root != null
              ? col(ColumnarFiles.quoted(keys.get(i)))
              : literal(group.folders().get(0).values().get(i));
      all.add(value.cast(SparkTypes.of(view.keys().get(i).type())).as(keys.get(i)));
    }
    return loaded.select(all.toArray(org.apache.spark.sql.Column[]::new));
  }

  /** Whether Athena rounds or cuts a timestamp in a folder's name is not known. */
  private void requireKnownKeys(Folder folder) {
    for (int i = 0; i < view.keys().size(); i++) {
      Column key = view.keys().get(i);
      boolean fine = folder.values().get(i).matches(".*\\.\\d{3}\\d*[1-9].*");
      if (key.type() == DataType.Primitive.TIMESTAMP && fine) {
        throw new WorkerException(
            "Partition key %s has a value finer than a millisecond, which Spark cannot read safely: %s"
                .formatted(key.name(), folder.values().get(i)));
      }
    }
  }

  private static org.apache.spark.sql.Column literal(String value) {
    return lit(value.equals(NULL_VALUE) ? null : value);
  }

  /** A registered folder that is missing has no rows, as in Hive; Spark would fail. */
  private boolean exists(Folder folder) {
    Path path = new Path(Places.hadoop(folder.location()));
    FileSystem system = Places.system(configuration, path);
    try {
      return system.exists(path);
    } catch (IOException | RuntimeException e) {
      throw Places.lost(path, e);
    }
  }
}
