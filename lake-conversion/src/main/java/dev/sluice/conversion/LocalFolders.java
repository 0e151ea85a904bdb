package dev.sluice.conversion;

import dev.sluice.LakeFile;
import dev.sluice.files.LocalFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders of this machine, by absolute paths. */
public final class LocalFolders implements Folders {
  private final LocalFiles files = new LocalFiles();

  @Override
  public boolean holds(String location) {
    return location.startsWith("/");
  }

  @Override
  public List<LakeFile> list(String location) throws IOException {
    try {
      return files.list(location);
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  @Override
  public Optional<LakeFile> file(String location) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(Path.of(location), BasicFileAttributes.class);
      return Optional.of(
          new LakeFile(location, found.size(), found.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> folders(String location) throws IOException {
    Path root = Path.of(location);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> below = Files.list(root)) {
      return below
          .filter(Files::isDirectory)
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .toList();
    }
  }

  @Override
  public void write(String folder, String name, byte[] content) throws IOException {
    Files.write(Path.of(folder, name), content);
  }

  @Override
  public void delete(String folder) throws IOException {
    try {
      Files.walkFileTree(Path.of(folder), new Deleting());
    } catch (NoSuchFileException gone) {
      // Which was wanted.
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
