package dev.sluice.conversion;

import dev.sluice.LakeFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Folders of files, by absolute paths or URIs. Safe for use by several threads. */
public interface Folders {
  /** Whether this is where {@code location} lies. */
  boolean holds(String location);

  /**
   * The files at a location and below, sorted by path, without those that engines do not see; none
   * where there is no such location.
   */
  List<LakeFile> list(String location) throws IOException;

  /** One file, whether engines see it or not; empty where there is none. */
  Optional<LakeFile> file(String location) throws IOException;

  /** The names of the folders right below a location, sorted; none where there is no such one. */
  List<String> folders(String location) throws IOException;

  /** Writes a file into a folder that is there. */
  void write(String folder, String name, byte[] content) throws IOException;

  /** Deletes a folder with all that is in it; one that is not there is no error. */
  void delete(String folder) throws IOException;
}
