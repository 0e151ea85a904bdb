package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.spark.protocol.Source;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the files of one source are read. */
interface Files {

  /**
   * Reads folders whose names tell the partition keys, or a folder without keys.
   *
   * @param keys come back as text columns of these names
   */
  Dataset<Row> load(DataFrameReader reader, List<String> keys, String... paths);

  /** The table's columns, in order, over what {@link #load} gave. */
  List<org.apache.spark.sql.Column> columns(Dataset<Row> loaded);

  static Files of(Configuration configuration, Source source, List<Column> columns) {
    return switch (source.format()) {
      case PARQUET -> new ColumnarFiles("parquet", columns, Map.of());
      case ORC -> OrcFiles.of(configuration, source.mapping(), columns);
      case AVRO -> AvroFiles.of(configuration, source, columns);
      case JSON_OPENX, JSON_HIVE -> new JsonFiles(source, columns);
      case TEXT_DELIMITED, CSV_OPEN -> new DelimitedFiles(source, columns);
      case ION,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          ICEBERG,
          HUDI,
          DELTA,
          SYMLINK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          throw new WorkerException("Spark cannot read " + source.format() + " here");
    };
  }

  /** Whether values of a type may be, or hold, what {@code test} looks for. */
  static boolean holds(DataType type, java.util.function.Predicate<DataType> test) {
    if (test.test(type)) {
      return true;
    } else if (type instanceof DataType.Array array) {
      return holds(array.element(), test);
    } else if (type instanceof DataType.MapOf map) {
      return holds(map.key(), test) || holds(map.value(), test);
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().anyMatch(field -> holds(field.type(), test));
    }
    return false;
  }
}
