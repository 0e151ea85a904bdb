package dev.sluice.conversion;

import dev.sluice.Converter;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.io.IOException;
import java.util.Optional;

/**
 * Lists what the partitions of a table are converted from.
 *
 * @param schemaLocation where the file lies that says how the others are read
 */
record SourceFiles(Folders folders, Optional<String> schemaLocation) {

  static SourceFiles of(Table table, Folders folders, Converter converter) {
    return new SourceFiles(folders, converter.schemaLocation(table));
  }

  /** Whether a change of what says how the files are read would go unnoticed. */
  boolean overlooksSchema() {
    return schemaLocation.filter(location -> !folders.holds(location)).isPresent();
  }

  /**
   * The files of a table, or of a partition, as they are now.
   *
   * @param storage at a location that the folders hold
   */
  Sources at(Storage storage) throws IOException {
    return new Sources(
        folders.list(String.valueOf(storage.location())),
        schemaLocation.isEmpty() || overlooksSchema()
            ? Optional.empty()
            : folders.file(schemaLocation.get()));
  }
}
