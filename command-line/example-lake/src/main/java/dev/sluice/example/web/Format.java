package dev.sluice.example.web;

import dev.sluice.example.format.AvroFile;
import dev.sluice.example.format.DelimitedText;
import dev.sluice.example.format.JsonLines;
import dev.sluice.example.format.OrcFile;
import dev.sluice.example.format.ParquetFile;
import dev.sluice.example.format.RowFile;

/** How a table keeps its rows, and how the catalog says so. */
public enum Format {
  /** The schema stands in the catalog: {@code avro.schema.literal}. */
  AVRO("avro"),
  /** The catalog says only where the schema stands: {@code avro.schema.url}. */
  AVRO_BY_URL("avro"),
  PARQUET("parquet"),
  ORC("orc"),
  JSON_LINES("json"),
  CSV("csv");

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** The ending of the files' names, which is what Glue calls the classification too. */
  public String extension() {
    return extension;
  }

  public RowFile files() {
    return switch (this) {
      case AVRO, AVRO_BY_URL -> new AvroFile(AdEvents.RECORD);
      case PARQUET -> new ParquetFile();
      case ORC -> new OrcFile();
      case JSON_LINES -> new JsonLines();
      case CSV -> new DelimitedText();
    };
  }
}
