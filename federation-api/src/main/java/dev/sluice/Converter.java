package dev.sluice;

import java.util.Optional;

/**
 * Writes the rows of a table's files anew, in files of another format. Safe for several threads.
 */
public interface Converter {

  /** Which engine reads the files: what it cannot read cannot be converted. */
  EngineName engine();

  /**
   * Where a file lies that says how the files of a table are read, as the schema of Avro does that
   * the table names: an absolute path or a URI; empty where there is none.
   */
  default Optional<String> schemaLocation(Table table) {
    return Optional.empty();
  }

  /**
   * Reads the rows and writes them; returns once what was written has been read again and holds the
   * same. Where it fails, files may be left at {@link Conversion#location()}, which nobody reads.
   *
   * @param listener may be told on another thread
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED} when rows cannot be read or
   *     written, or what was written reads differently; with {@link ErrorCode#CANCELLED} when the
   *     calling thread is interrupted
   */
  ConvertedFiles convert(Conversion conversion, RunListener listener);
}
