package dev.sluice.files;

import dev.sluice.files.SchemaCache.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder with what was read of files, many files in each of its own. These appear whole or not at
 * all and never change, so any number of processes may use the folder and any may be killed; one
 * that is odd in any way is as good as none, and so is a folder that cannot be written. Safe for
 * use by several threads.
 */
final class SchemaFolder {
  private static final String SAVED = ".schemas";
  private static final String UNFINISHED = ".part";
  private static final int MOST_SAVED = 32;
  private static final long MOST_BYTES = 256L << 20;

  /** How long a process may take to write a file. */
  private static final long PATIENCE_SECONDS = 3_600;

  private final Path folder;

  /** What this process has read or written, and has not found gone. */
  private final Set<Path> seen = new HashSet<>();

  SchemaFolder(Path folder) {
    this.folder = folder;
  }

  /** What was saved since this was last asked, the oldest first. */
  synchronized List<Entry> unseen() {
    List<Entry> entries = new ArrayList<>();
    List<Path> saved = list(SAVED);
    seen.retainAll(saved);
    for (Path file : saved) {
      if (seen.add(file)) {
        entries.addAll(read(file));
      }
    }
    return entries;
  }

  private static List<Entry> read(Path file) {
    try {
      return Files.size(file) > MOST_BYTES ? List.of() : SchemaCodec.read(Files.readAllBytes(file));
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  synchronized void add(List<Entry> entries) {
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(UUID.randomUUID() + UNFINISHED);
      Path file = folder.resolve(UUID.randomUUID() + SAVED);
      try {
        Files.write(part, SchemaCodec.write(entries));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        seen.add(file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // What is not kept is read again.
    }
  }

  /** Whether there are so many files that one should take their place. */
  synchronized boolean isCrowded() {
    return list(SAVED).size() >= MOST_SAVED;
  }

  /** Saves these in place of all that was seen, and clears away what killed processes left. */
  synchronized void replaceBy(List<Entry> entries) {
    List<Path> replaced = List.copyOf(seen);
    add(entries);
    replaced.forEach(SchemaFolder::delete);
    seen.removeAll(replaced);
    Instant abandoned = Instant.now().minusSeconds(PATIENCE_SECONDS);
    list(UNFINISHED).stream()
        .filter(file -> written(file).toInstant().isBefore(abandoned))
        .forEach(SchemaFolder::delete);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays until the next time.
    }
  }

  private List<Path> list(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
          .sorted(Comparator.comparing(SchemaFolder::written).thenComparing(file -> file))
          .toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.from(Instant.EPOCH);
    }
  }
}
