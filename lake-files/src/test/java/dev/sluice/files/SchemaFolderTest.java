package dev.sluice.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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

  private static SchemaCache.Key key(String path, long size, long seconds) {
    LakeFile file = new LakeFile(path, size, Instant.ofEpochSecond(seconds));
    return new SchemaCache.Key(TableFormat.PARQUET, file);
  }

  private SchemaFolder open(int entries) {
    return new SchemaFolder(temporary.resolve("cache"), entries);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("cache"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void keepsSchemasForOtherProcesses() {
    open(10).put(key("/a", 1, 1), SCHEMA);
    assertThat(open(10).get(key("/a", 1, 1))).contains(SCHEMA);
  }

  @Test
  void knowsFilesByPathSizeTimeAndFormat() {
    open(10).put(key("/a", 1, 1), SCHEMA);
    assertThat(open(10).get(key("/b", 1, 1))).isEmpty();
    assertThat(open(10).get(key("/a", 2, 1))).isEmpty();
    assertThat(open(10).get(key("/a", 1, 2))).isEmpty();
    SchemaCache.Key orc = new SchemaCache.Key(TableFormat.ORC, key("/a", 1, 1).file());
    assertThat(open(10).get(orc)).isEmpty();
  }

  @Test
  void takesABrokenEntryForNone() throws IOException {
    open(10).put(key("/a", 1, 1), SCHEMA);
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(entry, bad);
      assertThat(open(10).get(key("/a", 1, 1))).isEmpty();
    }
    for (int length = 0; length < good.length; length++) {
      Files.write(entry, Arrays.copyOf(good, length));
      assertThat(open(10).get(key("/a", 1, 1))).isEmpty();
    }
    open(10).put(key("/a", 1, 1), SCHEMA);
    assertThat(open(10).get(key("/a", 1, 1))).contains(SCHEMA);
  }

  @Test
  void takesAnEntryOfAnotherFileForNone() throws IOException {
    open(10).put(key("/a", 1, 1), SCHEMA);
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);
    open(10).put(key("/b", 1, 1), SCHEMA);
    Path other = entries().stream().filter(file -> !file.equals(entry)).findFirst().orElseThrow();
    Files.write(other, good);
    assertThat(open(10).get(key("/b", 1, 1))).isEmpty();
  }

  @Test
  void isBoundedAndForgetsTheOldest() throws IOException {
    for (int i = 0; i < 100; i++) {
      open(1_000).put(key("/old" + i, 1, 1), SCHEMA);
    }
    for (Path entry : entries()) {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    }
    SchemaFolder folder = open(40);
    for (int i = 0; i < 30; i++) {
      folder.put(key("/new" + i, 1, 1), SCHEMA);
    }
    assertThat(entries()).hasSizeLessThanOrEqualTo(40 + 40 / 8 + 1);
    for (int i = 0; i < 30; i++) {
      assertThat(folder.get(key("/new" + i, 1, 1))).contains(SCHEMA);
    }
  }

  @Test
  void clearsAwayWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectories(temporary.resolve("cache/ab")).resolve("1.part");
    Path young = Files.createFile(left.resolveSibling("2.part"));
    Path foreign = Files.createFile(left.resolveSibling("mine.txt"));
    Files.writeString(left, "half an entry");
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Files.setLastModifiedTime(left, FileTime.from(yesterday));
    Files.setLastModifiedTime(foreign, FileTime.from(yesterday));
    open(10).put(key("/a", 1, 1), SCHEMA);
    assertThat(left).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenOnlyKeepsNothing() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    SchemaFolder folder = new SchemaFolder(file, 10);
    folder.put(key("/a", 1, 1), SCHEMA);
    assertThat(folder.get(key("/a", 1, 1))).isEmpty();
  }

  @Test
  void severalWritersOfOneEntryNeverShowHalfOfIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Optional<FileSchema>>>> runs = new ArrayList<>();
      open(10).put(key("/a", 1, 1), SCHEMA);
      for (int i = 0; i < 4; i++) {
        runs.add(threads.submit(this::writeAndRead));
      }
      for (Future<List<Optional<FileSchema>>> run : runs) {
        assertThat(run.get()).containsOnly(Optional.of(SCHEMA));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(entries()).hasSize(1);
  }

  private List<Optional<FileSchema>> writeAndRead() {
    SchemaFolder folder = open(10);
    List<Optional<FileSchema>> found = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      folder.put(key("/a", 1, 1), SCHEMA);
      found.add(folder.get(key("/a", 1, 1)));
    }
    return found;
  }
}
