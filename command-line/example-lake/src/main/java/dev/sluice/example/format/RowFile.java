package dev.sluice.example.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes rows as one new file of one format. */
public interface RowFile {

  /**
   * Writes the file and closes it.
   *
   * @param shape what the file's schema is; whatever the rows have beyond it is left out
   * @throws java.nio.file.FileAlreadyExistsException never overwrites
   */
  void write(Path file, Type.Struct shape, List<Row> rows) throws IOException;
}
