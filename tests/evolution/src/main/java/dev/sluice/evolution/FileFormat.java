package dev.sluice.evolution;

import dev.sluice.example.format.AvroFile;
import dev.sluice.example.format.DelimitedText;
import dev.sluice.example.format.JsonLines;
import dev.sluice.example.format.OrcFile;
import dev.sluice.example.format.ParquetFile;
import dev.sluice.example.format.RowFile;
import java.util.Locale;

/** What a case's file is written as. */
public enum FileFormat {
  AVRO,
  PARQUET,
  ORC,
  JSON,
  TEXT,
  CSV;

  /** So that a file of many rows has many groups, each with its own statistics. */
  private static final long SMALL_GROUPS = 4096;

  /** The folder of a case's file, below the lake's. */
  public String folder(EvolutionCase one) {
    return name().toLowerCase(Locale.ROOT) + "/" + one.name();
  }

  /** The folder of a file that was written after the case's change. */
  public String folderNow(EvolutionCase one) {
    return name().toLowerCase(Locale.ROOT) + "_now/" + one.name();
  }

  /** The case as this format can hold it. */
  public EvolutionCase of(EvolutionCase one) {
    return this == CSV ? one.asText() : one;
  }

  RowFile writer() {
    return switch (this) {
      case AVRO -> new AvroFile("evolved");
      case PARQUET -> new ParquetFile(SMALL_GROUPS);
      case ORC -> new OrcFile();
      case JSON -> new JsonLines();
      case TEXT -> new HiveText();
      case CSV -> new DelimitedText();
    };
  }
}
