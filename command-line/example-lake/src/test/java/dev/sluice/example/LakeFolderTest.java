package dev.sluice.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFolderTest {
  private Path parent;

  @BeforeEach
  void takeFolder(@TempDir Path empty) {
    parent = empty;
  }

  @Test
  void showsTheLakeOnlyWhenItIsWhole() throws IOException {
    LakeFolder lake = new LakeFolder(parent.resolve("lake"));
    lake.replace(
        partial -> {
          Files.writeString(partial.resolve("a"), "a");
          assertThat(parent.resolve("lake")).doesNotExist();
          assertThat(lake.isCurrent()).isFalse();
        });
    assertThat(lake.isCurrent()).isTrue();
    assertThat(parent.resolve("lake/a")).hasContent("a");
  }

  @Test
  void leavesNothingWhenTheContentsFail() {
    assertThatIOException()
        .isThrownBy(
            () ->
                new LakeFolder(parent.resolve("lake"))
                    .replace(
                        partial -> {
                          Files.writeString(partial.resolve("a"), "a");
                          throw new IOException("disk full");
                        }))
        .withMessage("disk full");
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void keepsTheOldLakeWhenTheContentsFail() throws IOException {
    LakeFolder lake = new LakeFolder(parent.resolve("lake"));
    lake.replace(partial -> Files.writeString(partial.resolve("a"), "a"));
    assertThatIOException()
        .isThrownBy(
            () ->
                lake.replace(
                    partial -> {
                      throw new IOException("disk full");
                    }));
    assertThat(parent.resolve("lake/a")).exists();
  }

  @Test
  void acceptsALakeThatAnotherRunFinishedFirst() throws IOException {
    LakeFolder lake = new LakeFolder(parent.resolve("lake"));
    LakeFolder rival = new LakeFolder(parent.resolve("lake"));
    lake.replace(partial -> rival.replace(other -> Files.writeString(other.resolve("a"), "a")));
    assertThat(lake.isCurrent()).isTrue();
    assertThat(names()).containsExactly("lake");
  }

  @Test
  void clearsAwayWhatKilledRunsLeft() throws IOException {
    Path dead = Files.createDirectories(parent.resolve(".lake.partial-1/fresh"));
    Files.createDirectories(parent.resolve(".lake.partial-2"));
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    Files.setLastModifiedTime(parent.resolve(".lake.partial-1"), longAgo);

    new LakeFolder(parent.resolve("lake")).replace(partial -> {});

    assertThat(dead).doesNotExist();
    assertThat(names()).containsExactlyInAnyOrder("lake", ".lake.partial-2");
  }

  @Test
  void makesTheFoldersAboveTheLake() throws IOException {
    new LakeFolder(parent.resolve("a/b/lake")).replace(partial -> {});
    assertThat(parent.resolve("a/b/lake")).isDirectory();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }
}
