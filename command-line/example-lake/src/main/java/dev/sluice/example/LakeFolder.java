package dev.sluice.example;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder where the lake stands or will stand. The lake is written beside it and then renamed,
 * so that a run that was killed leaves no lake, and never half a lake.
 */
final class LakeFolder {
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final Path parent;
  private final String partialPrefix;

  LakeFolder(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    Path above = this.folder.getParent();
    Path name = this.folder.getFileName();
    if (above == null || name == null) {
      throw new IOException("A lake needs a folder of its own, not " + this.folder);
    }
    this.parent = above;
    this.partialPrefix = "." + name + ".partial-";
  }

  /** Writes a lake's contents into an empty folder. */
  @FunctionalInterface
  interface Contents {
    void write(Path emptyFolder) throws IOException;
  }

  boolean isCurrent() throws IOException {
    Path stamp = folder.resolve(ExampleLake.STAMP);
    return Files.isRegularFile(stamp) && Files.readString(stamp).equals(stampText());
  }

  void replace(Contents contents) throws IOException {
    requireOurs();
    Files.createDirectories(parent);
    deleteAbandoned();
    Path partial = Files.createTempDirectory(parent, partialPrefix);
    try {
      Path fresh = Files.createDirectory(partial.resolve("fresh"));
      contents.write(fresh);
      Files.writeString(fresh.resolve(ExampleLake.STAMP), stampText());
      if (Files.exists(folder)) {
        Files.move(folder, partial.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
      }
      moveIntoPlace(fresh);
    } finally {
      delete(partial);
    }
  }

  /** Another run may have been faster; its lake is as good, since all runs write the same. */
  private void moveIntoPlace(Path fresh) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!isCurrent()) {
        throw e;
      }
    }
  }

  private void requireOurs() throws IOException {
    if (Files.exists(folder)
        && !Files.isRegularFile(folder.resolve(ExampleLake.STAMP))
        && !isEmptyFolder()) {
      throw new IOException(
          folder + " exists and is no example lake; name another folder or remove it first");
    }
  }

  private boolean isEmptyFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /**
   * What killed runs left beside the lake. Younger folders may belong to a run that still works.
   */
  private void deleteAbandoned() throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
    List<Path> partials;
    try (Stream<Path> siblings = Files.list(parent)) {
      partials =
          siblings.filter(path -> path.getFileName().toString().startsWith(partialPrefix)).toList();
    }
    for (Path partial : partials) {
      if (Files.getLastModifiedTime(partial).compareTo(limit) < 0) {
        delete(partial);
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> childrenFirst;
    try (Stream<Path> paths = Files.walk(tree)) {
      childrenFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : childrenFirst) {
      Files.deleteIfExists(path);
    }
  }

  private static String stampText() {
    return ExampleLake.CONTENT_VERSION + "\n";
  }
}
