package dev.sluice.standin.redshift;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository's folders are. */
final class Repository {
  static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("federation-api"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Not below the repository");
      }
    }
    return folder;
  }
}
