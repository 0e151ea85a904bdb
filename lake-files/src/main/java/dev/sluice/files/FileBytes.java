package dev.sluice.files;

import java.io.Closeable;
import java.io.IOException;

/**
 * The bytes of one file, read in ranges. Not shareable between threads; whoever opens it closes.
 */
public interface FileBytes extends Closeable {

  /** How many bytes there are, at the time of opening. */
  long size();

  /**
   * Exactly {@code length} bytes.
   *
   * @throws java.io.EOFException when the file has become shorter
   */
  byte[] read(long offset, int length) throws IOException;
}
