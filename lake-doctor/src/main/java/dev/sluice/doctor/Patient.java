package dev.sluice.doctor;

import dev.sluice.FileSchema;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that is known of it. A table without partitions has one part, without values.
 *
 * @param parts in the order of their values
 */
record Patient(Table table, List<Part> parts) {
  Patient {
    parts = List.copyOf(parts);
  }

  /**
   * A partition and what was seen of its files.
   *
   * @param files null where nothing was looked at
   * @param written the different schemas that files were seen to have, or are taken to have where
   *     no file tells
   * @param notYet paths of columns and sub-fields that neither its files nor those of earlier
   *     partitions show, and later ones do; told only of formats that leave out what is NULL, where
   *     one file cannot tell
   */
  record Part(
      Partition partition,
      @Nullable LocationFiles files,
      List<FileSchema> written,
      Set<String> notYet) {
    Part {
      written = List.copyOf(written);
      notYet = Set.copyOf(notYet);
    }

    Part with(Partition other, List<FileSchema> otherWritten) {
      return new Part(other, files, otherWritten, notYet);
    }
  }
}
