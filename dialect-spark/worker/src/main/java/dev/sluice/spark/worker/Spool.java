package dev.sluice.spark.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One partition of an answer, encoded by the task that made it: the first batches in memory, the
 * others in a file. So a partition of any size passes through a small heap, and a client that reads
 * slowly holds up no task. Not shareable between threads.
 */
final class Spool implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_IN_MEMORY = 8;

  private final ArrayList<byte[]> inMemory = new ArrayList<>();
  private final String folder;
  private @Nullable String file;
  private transient @Nullable DataOutputStream out;

  /**
   * @param folder where the file goes, if one is needed
   */
  Spool(Path folder) {
    this.folder = folder.toString();
  }

  void add(byte[] batch) throws IOException {
    if (out == null && inMemory.size() < MOST_IN_MEMORY) {
      inMemory.add(batch);
      return;
    }
    if (out == null) {
      Path path = Files.createTempFile(Path.of(folder), "partition-", ".rows");
      file = path.toString();
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16));
    }
    out.writeInt(batch.length);
    out.write(batch);
  }

  /** No more is added; what follows may be another process's affair. */
  void finish() throws IOException {
    if (out != null) {
      out.writeInt(-1);
      out.close();
      out = null;
    }
  }

  /** What is done with a batch. */
  @FunctionalInterface
  interface Taker {
    /** Returns false to end. */
    boolean take(byte[] batch) throws IOException;
  }

  /** Hands the batches over in order, and deletes the file. */
  void drain(Taker taker) throws IOException {
    for (byte[] batch : List.copyOf(inMemory)) {
      if (!taker.take(batch)) {
        return;
      }
    }
    if (file == null) {
      return;
    }
    Path path = Path.of(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      int length = in.readInt();
      while (length >= 0 && taker.take(in.readNBytes(length))) {
        length = in.readInt();
      }
    }
    Files.delete(path);
  }
}
