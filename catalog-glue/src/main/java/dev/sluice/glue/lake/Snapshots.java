package dev.sluice.glue.lake;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What files held when they were last read; read again when a file's size or time has changed, or
 * when it is to be understood in another way.
 */
final class Snapshots<T> {
  private final Map<Path, Snapshot<T>> snapshots = new ConcurrentHashMap<>();

  /**
   * @param meaning whatever else the content was made from
   * @param reader reads the file; must not come back here. What it throws is not kept
   */
  T get(Path file, Object meaning, Supplier<T> reader) {
    Stamp stamp = Stamp.of(file, meaning);
    return snapshots.compute(
            file,
            (path, kept) ->
                kept != null && kept.stamp.equals(stamp)
                    ? kept
                    : new Snapshot<>(stamp, reader.get()))
        .content;
  }

  private record Snapshot<T>(Stamp stamp, T content) {}

  private record Stamp(long size, FileTime modified, Object meaning) {
    static Stamp of(Path file, Object meaning) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), meaning);
      } catch (IOException e) {
        throw new SluiceException(ErrorCode.CATALOG_UNREADABLE, file + " cannot be read: " + e, e);
      }
    }
  }
}
