package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each golden query gives the recorded bytes. {@code -Dsluice.write=true} writes what it gives now;
 * read every line of it before it is kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
  private final Sluice sluice = Golden.open();

  @BeforeAll
  void neverWritesInContinuousIntegration() {
    assertThat(writes() && System.getenv("CI") != null).isFalse();
  }

  @AfterAll
  void close() {
    sluice.close();
  }

  static List<Golden> queries() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void givesTheRecordedBytes(Golden golden) throws IOException {
    Map<String, String> files = Golden.files(sluice.plan(golden.query()));
    if (writes()) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(golden.folder().resolve(file.getKey()), file.getValue());
      }
    }
    Set<String> names = new TreeSet<>(files.keySet());
    names.add("query.sql");
    assertThat(recorded(golden)).isEqualTo(names);
    files.forEach((name, text) -> assertThat(golden.read(name)).as(name).isEqualTo(text));
  }

  private static Set<String> recorded(Golden golden) throws IOException {
    try (Stream<Path> files = Files.list(golden.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean writes() {
    return Boolean.getBoolean("sluice.write");
  }
}
