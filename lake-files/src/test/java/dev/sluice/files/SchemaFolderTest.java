package dev.sluice.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import dev.sluice.files.SchemaCache.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFolderTest {
  private static final FileSchema SCHEMA =
      new FileSchema(
          List.of(
              new Column("id", Primitive.BIGINT),
              new Column(
                  "all",
                  new DataType.Struct(
                      List.of(
                          new DataType.Field("d", new DataType.Decimal(12, 3)),
                          new DataType.Field("c", new DataType.Char(3)),
                          new DataType.Field("v", new DataType.Varchar(30)),
                          new DataType.Field("t", new DataType.Timestamp(6, true)),
                          new DataType.Field(
                              "m",
                              new DataType.MapOf(
                                  Primitive.STRING, new DataType.Array(Primitive.UNKNOWN))),
                          new DataType.Field("u", new DataType.Unsupported("ü<>", "why")))))),
          true,
          List.of(new FileFinding(FileFinding.Code.UNSUPPORTED_TYPE, "all.u", "why")));

  private final Path temporary;

  SchemaFolderTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private static Entry entry(String path) {
    LakeFile file = new LakeFile(path, 1, Instant.ofEpochSecond(1, 5));
    return new Entry(new SchemaCache.Key(TableFormat.PARQUET, file), SCHEMA);
  }

  private SchemaFolder open() {
    return new SchemaFolder(temporary.resolve("cache"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(temporary.resolve("cache"))) {
      return files.toList();
    }
  }

  @Test
  void keepsSchemasForOtherProcesses() {
    SchemaFolder running = open();
    assertThat(running.unseen()).isEmpty();
    open().add(List.of(entry("/a"), entry("/b")));
    assertThat(open().unseen()).containsExactly(entry("/a"), entry("/b"));
    assertThat(running.unseen()).containsExactly(entry("/a"), entry("/b"));
    assertThat(running.unseen()).isEmpty();
    running.add(List.of(entry("/c")));
    assertThat(running.unseen()).isEmpty();
  }

  @Test
  void equalSchemasAreWrittenOnce() throws IOException {
    open().add(List.of(entry("/a")));
    long one = Files.size(files().get(0));
    Files.delete(files().get(0));
    open().add(IntStream.range(0, 10).mapToObj(i -> entry("/" + i)).toList());
    assertThat(Files.size(files().get(0))).isLessThan(3 * one);
  }

  @Test
  void takesABrokenFileForNone() throws IOException {
    open().add(List.of(entry("/a")));
    Path file = files().get(0);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bad);
      assertThat(open().unseen()).isEmpty();
    }
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThat(open().unseen()).isEmpty();
    }
    open().add(List.of(entry("/b")));
    assertThat(open().unseen()).containsExactly(entry("/b"));
  }

  @Test
  void takesFilesOfAnotherVersionForNone() {
    byte[] bytes = SchemaCodec.write(List.of(entry("/a")));
    bytes[3]++;
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
    assertThatThrownBy(() -> SchemaCodec.read(bytes)).hasMessage("Not what was written");
  }

  @Test
  void manyFilesBecomeOneAndOnlyThoseThatWereSeen() throws IOException {
    SchemaFolder folder = open();
    for (int i = 0; i < 40; i++) {
      folder.add(List.of(entry("/" + i)));
    }
    assertThat(folder.isCrowded()).isTrue();
    open().add(List.of(entry("/foreign")));
    folder.replaceBy(List.of(entry("/all")));
    assertThat(files()).hasSize(2);
    assertThat(open().unseen()).containsExactlyInAnyOrder(entry("/foreign"), entry("/all"));
    assertThat(folder.isCrowded()).isFalse();
  }

  @Test
  void clearsAwayWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectories(temporary.resolve("cache")).resolve("1.part");
    Path young = Files.createFile(left.resolveSibling("2.part"));
    Path foreign = Files.createFile(left.resolveSibling("mine.txt"));
    Files.writeString(left, "half a file");
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Files.setLastModifiedTime(left, FileTime.from(yesterday));
    Files.setLastModifiedTime(foreign, FileTime.from(yesterday));
    open().replaceBy(List.of(entry("/a")));
    assertThat(left).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
    assertThat(open().unseen()).containsExactly(entry("/a"));
  }

  @Test
  void aFolderThatCannotBeWrittenOnlyKeepsNothing() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    SchemaFolder folder = new SchemaFolder(file);
    folder.add(List.of(entry("/a")));
    folder.replaceBy(List.of(entry("/a")));
    assertThat(folder.unseen()).isEmpty();
    assertThat(folder.isCrowded()).isFalse();
  }

  @Test
  void theCacheIsBoundedInMemoryAndOnDisk() throws IOException {
    SchemaCache cache = new SchemaCache(100, open());
    for (int i = 0; i < 500; i++) {
      Entry entry = entry("/" + i);
      cache.put(entry.key(), entry.schema());
      cache.save();
    }
    assertThat(files()).hasSizeLessThanOrEqualTo(33);
    assertThat(open().unseen()).hasSizeLessThanOrEqualTo(100 + 33);
    SchemaCache later = new SchemaCache(100, open());
    later.refresh();
    for (int i = 400; i < 500; i++) {
      assertThat(later.get(entry("/" + i).key())).contains(SCHEMA);
    }
    assertThat(later.get(entry("/1").key())).isEmpty();
  }

  @Test
  void theCacheKnowsFilesByPathSizeTimeAndFormat() {
    SchemaCache cache = new SchemaCache(10, null);
    Instant then = Instant.EPOCH;
    cache.put(new SchemaCache.Key(TableFormat.ORC, new LakeFile("/a", 1, then)), SCHEMA);
    for (SchemaCache.Key other :
        List.of(
            new SchemaCache.Key(TableFormat.AVRO, new LakeFile("/a", 1, then)),
            new SchemaCache.Key(TableFormat.ORC, new LakeFile("/b", 1, then)),
            new SchemaCache.Key(TableFormat.ORC, new LakeFile("/a", 2, then)),
            new SchemaCache.Key(TableFormat.ORC, new LakeFile("/a", 1, then.plusNanos(1))))) {
      assertThat(cache.get(other)).isEmpty();
    }
  }

  @RepeatedTest(5)
  void severalProcessesLoseNothingOfEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int run = i;
        runs.add(threads.submit(() -> fill(run)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    SchemaCache later = new SchemaCache(10_000, open());
    later.refresh();
    int found = 0;
    for (int run = 0; run < 4; run++) {
      for (int i = 0; i < 60; i++) {
        found += later.get(entry("/" + run + "/" + i).key()).isPresent() ? 1 : 0;
      }
    }
    assertThat(found).isEqualTo(4 * 60);
  }

  private void fill(int run) {
    SchemaCache cache = new SchemaCache(10_000, open());
    for (int i = 0; i < 60; i++) {
      cache.refresh();
      cache.put(entry("/" + run + "/" + i).key(), SCHEMA);
      cache.save();
    }
  }
}
