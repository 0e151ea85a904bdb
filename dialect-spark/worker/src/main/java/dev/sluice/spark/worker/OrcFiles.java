package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** ORC: as the other columnar files, once its footers have been looked at. */
record OrcFiles(ColumnarFiles files, OrcFooters footers) implements Files {

  static OrcFiles of(Configuration configuration, ColumnMapping mapping, List<Column> columns) {
    Map<String, String> options =
        switch (mapping) {
          case BY_NAME -> Map.of();
          case BY_POSITION -> Map.of("orc.force.positional.evolution", "true");
        };
    return new OrcFiles(
        new ColumnarFiles("orc", columns, options),
        new OrcFooters(configuration, columns, mapping));
  }

  @Override
  public Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths) {
    footers.check(paths);
    return files.load(reader, keys, paths);
  }

  @Override
  public List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded) {
    return files.columns(loaded);
  }
}
