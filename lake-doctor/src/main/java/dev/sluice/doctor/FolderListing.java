package dev.sluice.doctor;

import dev.sluice.LakeFile;
import java.io.IOException;
import java.util.List;

/** Lists the files under a location. Safe for use by several threads. */
public interface FolderListing {

  /**
   * All files at a location and in the folders under it, but hidden ones; none where nothing here
   * lists such a location.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such location
   */
  List<LakeFile> list(String location) throws IOException;
}
