package dev.sluice.example.readback;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import dev.sluice.example.web.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads one file of one format. */
public interface ReadBack {

  List<Row> rows(Path file, Type.Struct shape) throws IOException;

  /**
   * The file's own schema: the path of each column and sub-field, with its type in Hive's words.
   */
  Map<String, String> schema(Path file) throws IOException;

  static ReadBack of(Format format) {
    return switch (format) {
      case AVRO, AVRO_BY_URL -> new AvroReadBack();
      case PARQUET -> new ParquetReadBack();
      case ORC -> new OrcReadBack();
      case JSON_LINES -> new JsonReadBack();
      case CSV -> new CsvReadBack();
    };
  }
}
