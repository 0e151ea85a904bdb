package dev.sluice.files;

import static dev.sluice.files.Written.columns;
import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.LocationFiles.Inspected;
import dev.sluice.Progress;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LakeFileSchemasTest {
  private static final FileSample NEWEST = FileSample.newest(Duration.ofSeconds(30));

  private final Path folder;

  LakeFileSchemasTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private byte[] orc(String name, String schema) throws IOException {
    return Files.readAllBytes(Written.orc(folder.resolve(name), schema));
  }

  private static Storage at(TableFormat format, String folder) {
    return Storage.of(format, MemoryFiles.ROOT + folder);
  }

  private static LakeFileSchemas over(FileStore files) {
    return LakeFileSchemas.builder().store(files).build();
  }

  private static List<String> names(LocationFiles location) {
    return location.inspected().stream()
        .map(each -> each.file().path().substring(MemoryFiles.ROOT.length()))
        .toList();
  }

  @Test
  void answersForEachLocationInOrder() throws IOException {
    MemoryFiles files = new MemoryFiles();
    for (int i = 0; i < 50; i++) {
      files.put("p=" + i + "/x.orc", orc(i + ".orc", "struct<c" + i + ":int>"), Instant.EPOCH);
    }
    List<Storage> storages =
        IntStream.range(0, 50).mapToObj(i -> at(TableFormat.ORC, "p=" + i + "/")).toList();
    try (LakeFileSchemas schemas = over(files)) {
      List<LocationFiles> answer = schemas.inspect(storages, NEWEST);
      for (int i = 0; i < 50; i++) {
        assertThat(answer.get(i).location()).isEqualTo(storages.get(i).location());
        assertThat(answer.get(i).isComplete()).isTrue();
        Inspected file = answer.get(i).inspected().get(0);
        assertThat(columns(file.schema())).containsExactly("c" + i + " int");
      }
    }
  }

  @Test
  void readsLittleOfAFile() throws IOException {
    MemoryFiles files = new MemoryFiles();
    files.put("orc/x", orc("x.orc", "struct<a:int>"), Instant.EPOCH);
    Path parquet = Written.parquet(folder.resolve("x.parquet"), "message m { optional int32 a; }");
    files.put("parquet/x", Files.readAllBytes(parquet), Instant.EPOCH);
    try (LakeFileSchemas schemas = over(files)) {
      schemas.inspect(
          List.of(at(TableFormat.ORC, "orc/"), at(TableFormat.PARQUET, "parquet/")), NEWEST);
    }
    assertThat(files.reads()).isEqualTo(2);
  }

  @Test
  void samplesTheNewestOrSpreadsOverTime() throws IOException {
    MemoryFiles files = new MemoryFiles();
    byte[] content = orc("x.orc", "struct<a:int>");
    for (int i = 0; i < 9; i++) {
      // By name the newest is the first.
      files.put("t/" + (9 - i), content, Instant.ofEpochSecond(i));
    }
    files.put("t/0", new byte[0], Instant.ofEpochSecond(100));
    Storage storage = at(TableFormat.ORC, "t/");
    try (LakeFileSchemas schemas = over(files)) {
      LocationFiles one = schemas.inspect(List.of(storage), NEWEST).get(0);
      assertThat(names(one)).containsExactly("t/1");
      assertThat(one.files()).isEqualTo(10);
      assertThat(one.bytes()).isEqualTo(9L * content.length);
      assertThat(one.isComplete()).isFalse();
      FileSample three = new FileSample(3, Duration.ofSeconds(30));
      assertThat(names(schemas.inspect(List.of(storage), three).get(0)))
          .containsExactly("t/1", "t/5", "t/9");
      LocationFiles all = schemas.inspect(List.of(storage), FileSample.ALL).get(0);
      assertThat(names(all)).hasSize(10);
      assertThat(findings(all.inspected().get(0).schema())).containsExactly("EMPTY_FILE");
    }
  }

  @Test
  void whatIsWrongWithOneTouchesNoOther() throws IOException {
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.contains("denied")) {
                throw new AccessDeniedException(path);
              }
            });
    files.put("good/x", orc("x.orc", "struct<a:int>"), Instant.EPOCH);
    files.put("broken/x", new byte[] {1, 2, 3}, Instant.EPOCH);
    files.put("empty/x", new byte[0], Instant.EPOCH);
    List<Storage> storages =
        List.of(
            at(TableFormat.ORC, "broken/"),
            at(TableFormat.ORC, "denied/"),
            at(TableFormat.ORC, "empty/"),
            at(TableFormat.ORC, "none/"),
            Storage.of(TableFormat.ORC, "s3://elsewhere/x/"),
            Storage.of(TableFormat.ORC, "/no/such/folder"),
            at(TableFormat.CSV_OPEN, "good/"),
            at(TableFormat.ORC, "good/"));
    try (LakeFileSchemas schemas = over(files)) {
      List<LocationFiles> answer = schemas.inspect(storages, NEWEST);
      assertThat(findings(answer.get(0).inspected().get(0).schema()))
          .containsExactly("WRONG_FORMAT");
      FileFinding denied = answer.get(1).problem().orElseThrow();
      assertThat(denied.code()).isEqualTo(Code.UNREADABLE);
      assertThat(denied.text()).contains("denied/").contains("access is denied");
      assertThat(findings(answer.get(2).inspected().get(0).schema())).containsExactly("EMPTY_FILE");
      assertThat(answer.get(3).problem()).isEmpty();
      assertThat(answer.get(3).files()).isZero();
      assertThat(answer.get(4).problem().orElseThrow().text()).contains("s3://elsewhere/x/");
      assertThat(answer.get(5).problem()).isEmpty();
      assertThat(answer.get(5).finding())
          .isEqualTo(new FileFinding(Code.NO_SUCH_LOCATION, "", "There is no /no/such/folder"));
      assertThat(findings(answer.get(6).inspected().get(0).schema()))
          .containsExactly("UNSUPPORTED_FORMAT");
      assertThat(answer.get(7).isComplete()).isTrue();
    }
  }

  /** Whether a table's files tell their columns is known before any is read. */
  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void filesOfFormatsThatDescribeThemselvesAreRead(TableFormat format) {
    MemoryFiles files = new MemoryFiles();
    files.put("t/x", new byte[] {1, 2, 3}, Instant.EPOCH);
    try (LakeFileSchemas schemas = over(files)) {
      LocationFiles looked = schemas.inspect(List.of(at(format, "t/")), NEWEST).get(0);
      boolean isRead = !looked.inspected().get(0).schema().has(Code.UNSUPPORTED_FORMAT);
      assertThat(isRead).isEqualTo(format.describesItself());
    }
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    MemoryFiles files = new MemoryFiles();
    byte[] content = orc("x.orc", "struct<a:int>");
    for (int i = 0; i < 20; i++) {
      files.put("p=" + i % 10 + "/" + i, content, Instant.EPOCH);
    }
    List<Storage> storages =
        IntStream.range(0, 10).mapToObj(i -> at(TableFormat.ORC, "p=" + i + "/")).toList();
    List<Progress> told = new ArrayList<>();
    try (LakeFileSchemas schemas = over(files)) {
      schemas.inspect(storages, FileSample.ALL, told::add);
    }
    assertThat(told)
        .contains(new Progress("listing folders", 10, 10), new Progress("reading files", 20, 20))
        .isSortedAccordingTo(Comparator.comparing(Progress::stage).thenComparing(Progress::done));
  }

  @Test
  void anInterruptedLookKeepsWhatItHasRead() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.endsWith("/last")) {
                reading.countDown();
                awaitQuietly(interrupted);
              }
            });
    byte[] content = orc("x.orc", "struct<a:int>");
    files.put("t/first", content, Instant.EPOCH);
    files.put("t/last", content, Instant.EPOCH);
    Path cache = folder.resolve("cache");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try (LakeFileSchemas schemas =
                  LakeFileSchemas.builder().store(files).threads(1).cacheFolder(cache).build()) {
                schemas.inspect(List.of(at(TableFormat.ORC, "t/")), FileSample.ALL);
              } catch (SluiceException e) {
                thrown.set(e);
              }
            });
    thread.start();
    reading.await();
    thread.interrupt();
    thread.join();
    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    try (Stream<Path> kept = Files.list(cache)) {
      assertThat(kept).singleElement().asString().endsWith(".schemas");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws InterruptedIOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  @Test
  void looksIntoAFileOnceWhileItStaysTheSame() throws IOException {
    MemoryFiles files = new MemoryFiles();
    byte[] content = orc("x.orc", "struct<a:int>");
    files.put("t/x", content, Instant.EPOCH);
    files.put("t/bad", new byte[] {1}, Instant.EPOCH);
    Storage storage = at(TableFormat.ORC, "t/");
    Path cache = folder.resolve("cache");
    try (LakeFileSchemas schemas =
        LakeFileSchemas.builder().store(files).cacheFolder(cache).build()) {
      LocationFiles first = schemas.inspect(List.of(storage), FileSample.ALL).get(0);
      assertThat(schemas.inspect(List.of(storage), FileSample.ALL).get(0)).isEqualTo(first);
      assertThat(files.opened()).isEqualTo(2);
    }
    try (LakeFileSchemas later =
        LakeFileSchemas.builder().store(files).cacheFolder(cache).build()) {
      later.inspect(List.of(storage), FileSample.ALL);
      assertThat(files.opened()).isEqualTo(2);
      files.put("t/x", orc("y.orc", "struct<a:int,b:int>"), Instant.ofEpochSecond(1));
      Inspected changed = later.inspect(List.of(storage), FileSample.ALL).get(0).inspected().get(1);
      assertThat(columns(changed.schema())).containsExactly("a int", "b int");
      assertThat(files.opened()).isEqualTo(3);
    }
  }

  @Test
  void doesNotRememberThatReadingFailed() throws IOException {
    AtomicInteger failures = new AtomicInteger(1);
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.endsWith("x") && failures.getAndDecrement() > 0) {
                throw new IOException("connection reset");
              }
            });
    files.put("t/x", orc("x.orc", "struct<a:int>"), Instant.EPOCH);
    Storage storage = at(TableFormat.ORC, "t/");
    try (LakeFileSchemas schemas = over(files)) {
      FileSchema failed =
          schemas.inspect(List.of(storage), NEWEST).get(0).inspected().get(0).schema();
      assertThat(failed.problem().orElseThrow().text()).contains("connection reset");
      assertThat(schemas.inspect(List.of(storage), NEWEST).get(0).isComplete()).isTrue();
    }
  }

  @Test
  void equalSchemasAreOneObject() throws IOException {
    MemoryFiles files = new MemoryFiles();
    files.put("t/x", orc("x.orc", "struct<a:int>"), Instant.EPOCH);
    files.put("t/y", orc("y.orc", "struct<a:int>"), Instant.EPOCH);
    try (LakeFileSchemas schemas = over(files)) {
      List<Inspected> inspected =
          schemas.inspect(List.of(at(TableFormat.ORC, "t/")), FileSample.ALL).get(0).inspected();
      assertThat(inspected.get(0).schema()).isSameAs(inspected.get(1).schema());
    }
  }

  @Test
  void stopsWhenTimeIsUpAndSaysWhatHadNoTurn() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.contains("hang")) {
                await(never);
              }
            });
    files.put("a/x", orc("x.orc", "struct<a:int>"), Instant.EPOCH);
    files.put("b/hang", new byte[] {1}, Instant.EPOCH);
    files.put("c/x", orc("y.orc", "struct<a:int>"), Instant.EPOCH);
    List<Storage> storages =
        List.of(at(TableFormat.ORC, "a/"), at(TableFormat.ORC, "b/"), at(TableFormat.ORC, "c/"));
    try (LakeFileSchemas schemas = LakeFileSchemas.builder().store(files).threads(1).build()) {
      FileSample brief = new FileSample(1, Duration.ofSeconds(2));
      List<LocationFiles> answer = schemas.inspect(storages, brief);
      assertThat(answer.get(0).isComplete()).isTrue();
      assertThat(findings(answer.get(1).inspected().get(0).schema()))
          .containsExactly("NOT_INSPECTED");
      assertThat(findings(answer.get(2).inspected().get(0).schema()))
          .containsExactly("NOT_INSPECTED");
      // The thread that hung is free again, and nothing wrong was remembered.
      assertThat(schemas.inspect(storages.subList(2, 3), NEWEST).get(0).isComplete()).isTrue();
    }
  }

  @Test
  void anInterruptedCallerIsCancelledAtOnce() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.endsWith("x")) {
                reading.countDown();
                await(never);
              }
            });
    files.put("t/x", new byte[] {1}, Instant.EPOCH);
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                reading.await();
                caller.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    interrupter.start();
    try (LakeFileSchemas schemas = over(files)) {
      assertThatThrownBy(() -> schemas.inspect(List.of(at(TableFormat.ORC, "t/")), FileSample.ALL))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(Thread.interrupted()).isTrue();
    }
    interrupter.join();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  @Test
  void readsSeveralFilesAtOnceAndNoMoreThanAsked() throws IOException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    MemoryFiles files =
        new MemoryFiles(
            path -> {
              if (path.endsWith("/")) {
                return;
              }
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              three.countDown();
              await(three);
              now.decrementAndGet();
            });
    byte[] content = orc("x.orc", "struct<a:int>");
    for (int i = 0; i < 30; i++) {
      files.put("t/" + i, content, Instant.EPOCH);
    }
    try (LakeFileSchemas schemas = LakeFileSchemas.builder().store(files).threads(3).build()) {
      LocationFiles location =
          schemas.inspect(List.of(at(TableFormat.ORC, "t/")), FileSample.ALL).get(0);
      assertThat(location.isComplete()).isTrue();
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void keepsWhatItIsTold() {
    LakeFile file = new LakeFile("/a", 1, Instant.EPOCH);
    FileSchema unknown = FileSchema.unknown(Code.BROKEN, "why");
    LocationFiles location =
        new LocationFiles("/", 1, 1, List.of(new Inspected(file, unknown)), null);
    assertThat(location.isComplete()).isFalse();
    assertThatThrownBy(() -> new FileSample(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
