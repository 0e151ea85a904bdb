package dev.sluice.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository's folders are. */
public final class Repository {
  public static final Path ROOT = root();
  static final Path RESOURCES = ROOT.resolve("tests/src/test/resources");

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("federation-api"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "Not below the repository: " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }
}
