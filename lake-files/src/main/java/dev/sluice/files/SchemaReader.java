package dev.sluice.files;

import dev.sluice.FileSchema;
import java.io.IOException;

/** Reads what files of one format say of their columns. Safe for use by several threads. */
interface SchemaReader {

  /** The most that is read of a description of a file. */
  int MOST_BYTES = 64 << 20;

  /**
   * Reads no more of the file than it takes.
   *
   * @param bytes of a file that has some
   * @throws BadFileException when the columns cannot be known; any unchecked exception means that
   *     the description is broken
   */
  FileSchema read(FileBytes bytes) throws IOException, BadFileException;
}
