package dev.sluice.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the files of all cases into the folder that is its first argument, and those of random
 * ones: the others are their seed and their number.
 */
public final class EvolvedLake {
  private EvolvedLake() {}

  public static void main(String[] arguments) throws IOException {
    Path lake = Path.of(arguments[0]);
    for (EvolutionCase one : Cases.all()) {
      for (FileFormat format : FileFormat.values()) {
        EvolutionCase written = format.of(one);
        write(lake.resolve(format.folder(one)), written, format);
        write(lake.resolve(format.folderNow(one)), written.now(), format);
      }
    }
    for (RandomCase one :
        RandomCases.of(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))) {
      write(lake.resolve(one.folder()), one.format().of(one.one()), one.format());
    }
    for (RecordedColumn one : RecordedColumns.all()) {
      Path folder = Files.createDirectories(lake.resolve(one.folder()));
      RecordedFile.write(folder.resolve("part-0"), one);
    }
    for (EvolutionCase one : ManyRows.all()) {
      for (FileFormat format : List.of(FileFormat.PARQUET, FileFormat.ORC)) {
        write(lake.resolve(format.folder(one)), one, format);
      }
    }
  }

  private static void write(Path folder, EvolutionCase one, FileFormat format) throws IOException {
    Files.createDirectories(folder);
    format.writer().write(folder.resolve("part-0"), one.older(), one.rows());
  }
}
