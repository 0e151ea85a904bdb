package dev.sluice.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.FileSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A folder of schemas, one small file each. An entry appears whole or not at all, so any number of
 * processes may use the folder and any may be killed; one that is odd in any way is as good as
 * none, and so is a folder that cannot be written. Safe for use by several threads.
 */
final class SchemaFolder {
  private static final String ENTRY = ".schema";
  private static final String UNFINISHED = ".part";
  private static final int SUM = Long.BYTES;
  private static final int MOST_BYTES = 16 << 20;

  /** How long a process may take to write one entry. */
  private static final long PATIENCE_SECONDS = 3_600;

  private final Path folder;
  private final int entries;
  private final AtomicInteger untilSweep = new AtomicInteger();

  SchemaFolder(Path folder, int entries) {
    this.folder = folder;
    this.entries = entries;
  }

  Optional<FileSchema> get(SchemaCache.Key key) {
    try {
      Path file = file(key);
      if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      return Optional.of(decode(key, Files.readAllBytes(file)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void put(SchemaCache.Key key, FileSchema schema) {
    try {
      sweepNowAndThen();
      Path file = file(key);
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), "", UNFINISHED);
      try {
        Files.write(part, encode(key, schema));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is not kept is read again.
    }
  }

  private Path file(SchemaCache.Key key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text(key).getBytes(UTF_8));
      String name = HexFormat.of().formatHex(hash);
      return folder.resolve(name.substring(0, 2)).resolve(name + ENTRY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String text(SchemaCache.Key key) {
    return "%d %s %s %d %s"
        .formatted(
            SchemaCodec.VERSION,
            key.format(),
            key.file().modified(),
            key.file().size(),
            key.file().path());
  }

  /** The key's length, the key, the schema, and a sum over all of them. */
  private static byte[] encode(SchemaCache.Key key, FileSchema schema) {
    byte[] text = text(key).getBytes(UTF_8);
    byte[] written = SchemaCodec.write(schema);
    byte[] entry = new byte[Integer.BYTES + text.length + written.length + SUM];
    ByteBuffer out = ByteBuffer.wrap(entry).putInt(text.length).put(text).put(written);
    out.putLong(sum(entry));
    return entry;
  }

  private static FileSchema decode(SchemaCache.Key key, byte[] entry) {
    ByteBuffer body = ByteBuffer.wrap(entry, 0, entry.length - SUM);
    long sum = ByteBuffer.wrap(entry).getLong(entry.length - SUM);
    byte[] text = text(key).getBytes(UTF_8);
    byte[] found = new byte[Math.min(Math.max(0, body.getInt()), body.remaining())];
    body.get(found);
    if (sum != sum(entry) || !Arrays.equals(found, text)) {
      throw new IllegalArgumentException("Not what was written for " + key);
    }
    return SchemaCodec.read(body);
  }

  private static long sum(byte[] entry) {
    CRC32 sum = new CRC32();
    sum.update(entry, 0, entry.length - SUM);
    return sum.getValue();
  }

  /** Once when the first is put, then each time that the folder may have grown by an eighth. */
  private void sweepNowAndThen() throws IOException {
    int left = untilSweep.getAndUpdate(n -> n == 0 ? Math.max(1, entries / 8) : n - 1);
    if (left == 0 && Files.isDirectory(folder)) {
      sweep(Instant.now().minusSeconds(PATIENCE_SECONDS));
    }
  }

  private record Kept(Path file, Instant written) {}

  private void sweep(Instant abandoned) throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> files =
        Files.find(folder, 2, (file, attributes) -> isOurs(file, attributes))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (file.toString().endsWith(ENTRY)) {
          kept.add(new Kept(file, written));
        } else if (written.isBefore(abandoned)) {
          Files.deleteIfExists(file);
        }
      }
    }
    kept.sort(Comparator.comparing(Kept::written));
    for (Kept oldest : kept.subList(0, Math.max(0, kept.size() - entries))) {
      Files.deleteIfExists(oldest.file);
    }
  }

  private static boolean isOurs(Path file, BasicFileAttributes attributes) {
    String name = file.toString();
    return attributes.isRegularFile() && (name.endsWith(ENTRY) || name.endsWith(UNFINISHED));
  }
}
