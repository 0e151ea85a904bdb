package dev.sluice.glue.lake;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those apart who write a catalog's folder, threads and processes alike. It ends with its
 * process, however that ends.
 */
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final long PAUSE_MILLIS = 5;

  /** Writing a listing takes less. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else has it.
   *
   * @throws SluiceException with {@link ErrorCode#CATALOG_UNAVAILABLE} when that takes too long
   */
  static FolderLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (tried(channel) == null) {
        if (System.nanoTime() > deadline) {
          throw new SluiceException(
              ErrorCode.CATALOG_UNAVAILABLE,
              "Somebody else has been writing " + folder + " for " + PATIENCE.toSeconds() + " s");
        }
        pause();
      }
      taken = true;
      return new FolderLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Writing the catalog was cancelled");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
