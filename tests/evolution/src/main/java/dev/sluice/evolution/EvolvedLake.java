package dev.sluice.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one file a case and format into the folder that is its argument. */
public final class EvolvedLake {
  private EvolvedLake() {}

  public static void main(String[] arguments) throws IOException {
    Path lake = Path.of(arguments[0]);
    for (EvolutionCase one : Cases.all()) {
      for (FileFormat format : FileFormat.values()) {
        write(lake, one, format);
      }
    }
    for (RecordedColumn one : RecordedColumns.all()) {
      Path folder = Files.createDirectories(lake.resolve(one.folder()));
      RecordedFile.write(folder.resolve("part-0"), one);
    }
    for (EvolutionCase one : ManyRows.all()) {
      write(lake, one, FileFormat.PARQUET);
      write(lake, one, FileFormat.ORC);
    }
  }

  private static void write(Path lake, EvolutionCase one, FileFormat format) throws IOException {
    EvolutionCase written = format.of(one);
    Path folder = Files.createDirectories(lake.resolve(format.folder(one)));
    format.writer().write(folder.resolve("part-0"), written.older(), written.rows());
  }
}
