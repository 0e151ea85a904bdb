package dev.sluice.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.LakeFile;
import dev.sluice.files.FileStore.NotAFileException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  private final LocalFiles files = new LocalFiles();

  private final Path folder;

  LocalFilesTest(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.resolve("_lake/.hidden/datetime=1"));
    Files.writeString(folder.resolve("b.orc"), "bb");
    Files.writeString(folder.resolve("a.orc"), "a");
    Files.createFile(folder.resolve("empty"));
    Files.createFile(folder.resolve("_SUCCESS"));
    Files.createFile(folder.resolve(".b.orc.crc"));
    Files.createDirectories(folder.resolve("_temporary/0"));
    Files.createFile(folder.resolve("_temporary/0/c.orc"));
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/d.orc"), "dddd");
  }

  @Test
  void listsAllButWhatEnginesDoNotSee() throws IOException {
    assertThat(files.list(folder.toString()))
        .extracting(file -> folder.relativize(Path.of(file.path())) + " " + file.size())
        .containsExactly("a.orc 1", "b.orc 2", "empty 0", "sub/d.orc 4");
  }

  @Test
  void knowsWhenFilesWereWritten() throws IOException {
    Instant then = Instant.parse("2019-03-27T16:00:00Z");
    Path file = folder.resolve("a.orc");
    Files.setLastModifiedTime(file, FileTime.from(then));
    assertThat(files.list(folder.toString()).get(0))
        .isEqualTo(new LakeFile(file.toString(), 1, then));
  }

  @Test
  void takesPathsAndFileUris() throws IOException {
    assertThat(files.holds("/lake/x")).isTrue();
    assertThat(files.holds("file:///lake/x")).isTrue();
    assertThat(files.holds("s3://lake/x")).isFalse();
    assertThat(files.holds("lake/x")).isFalse();
    assertThat(files.list(folder.toUri().toString())).isEqualTo(files.list(folder.toString()));
  }

  @Test
  void saysWhenThereIsNoSuchFolder() {
    String gone = folder.resolve("gone").toString();
    assertThatThrownBy(() -> files.list(gone)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void doesNotTakeWhatIsNoPathForAFolderThatIsNotThere() {
    for (String location : List.of("file:///a b", "file:///x?y=z", "/a\0b")) {
      assertThatThrownBy(() -> files.list(location))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void doesNotRunInCirclesOfLinks() throws IOException {
    Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
    Files.createSymbolicLink(folder.resolve("sub/link.orc"), folder.resolve("a.orc"));
    Files.createSymbolicLink(folder.resolve("sub/nowhere.orc"), folder.resolve("nowhere"));
    assertThat(files.list(folder.toString()))
        .extracting(file -> folder.relativize(Path.of(file.path())).toString())
        .containsExactly("a.orc", "b.orc", "empty", "sub/d.orc", "sub/link.orc");
  }

  @Test
  void readsRanges() throws IOException {
    Path file = Files.writeString(folder.resolve("digits"), "0123456789");
    try (FileBytes bytes = files.open(Written.lakeFile(file))) {
      assertThat(bytes.size()).isEqualTo(10);
      assertThat(bytes.read(3, 4)).asString().isEqualTo("3456");
      assertThat(bytes.read(10, 0)).isEmpty();
      assertThatThrownBy(() -> bytes.read(8, 3)).isInstanceOf(EOFException.class);
    }
    LakeFile asFile = new LakeFile(folder.toString(), 1, Instant.EPOCH);
    assertThatThrownBy(() -> files.open(asFile)).isInstanceOf(NotAFileException.class);
  }
}
