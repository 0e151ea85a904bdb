package dev.sluice.files;

import dev.sluice.LakeFile;
import java.io.IOException;
import java.util.List;

/** A place where files lie. Safe for use by several threads. */
public interface FileStore extends AutoCloseable {

  /** Whether this is where {@code location} lies. */
  boolean holds(String location);

  /**
   * The files at a location and in the folders under it, sorted by path. Engines do not see files
   * and folders whose names begin with {@code _} or {@code .}, and neither are they listed; files
   * without bytes are.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such location and the place would
   *     know
   */
  List<LakeFile> list(String location) throws IOException;

  /**
   * Opens a file, which the caller closes.
   *
   * @throws NotAFileException when it is a folder
   */
  FileBytes open(LakeFile file) throws IOException;

  /** Ends what the place holds open; nothing, unless it says otherwise. */
  @Override
  default void close() {}

  /** What should be read holds no bytes of its own. */
  final class NotAFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotAFileException(String path) {
      super(path);
    }
  }
}
