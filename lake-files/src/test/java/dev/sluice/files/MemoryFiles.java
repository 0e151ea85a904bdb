package dev.sluice.files;

import dev.sluice.LakeFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of objects in memory, which counts what a real one would charge for. */
final class MemoryFiles implements FileStore {
  static final String ROOT = "mem://lake/";

  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final Map<String, LakeFile> files = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();

  /** What happens before each read. */
  private final Step beforeRead;

  interface Step {
    void run(String path) throws IOException;
  }

  MemoryFiles() {
    this(path -> {});
  }

  MemoryFiles(Step beforeRead) {
    this.beforeRead = beforeRead;
  }

  LakeFile put(String name, byte[] content, Instant modified) {
    LakeFile file = new LakeFile(ROOT + name, content.length, modified);
    contents.put(file.path(), content);
    files.put(file.path(), file);
    return file;
  }

  int opened() {
    return opened.get();
  }

  int reads() {
    return reads.get();
  }

  @Override
  public boolean holds(String location) {
    return location.startsWith(ROOT);
  }

  @Override
  public List<LakeFile> list(String location) throws IOException {
    beforeRead.run(location);
    return files.values().stream()
        .filter(file -> file.path().startsWith(location))
        .sorted(Comparator.comparing(LakeFile::path))
        .toList();
  }

  @Override
  public FileBytes open(LakeFile file) throws IOException {
    byte[] content = contents.get(file.path());
    if (content == null) {
      throw new NoSuchFileException(file.path());
    }
    opened.incrementAndGet();
    return new FileBytes() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        beforeRead.run(file.path());
        reads.incrementAndGet();
        if (offset < 0 || offset + length > content.length) {
          throw new EOFException();
        }
        return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
      }

      @Override
      public void close() {}
    };
  }
}
