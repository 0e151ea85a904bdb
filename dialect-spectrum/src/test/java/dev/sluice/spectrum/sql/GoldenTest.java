package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.NativeQuery;
import dev.sluice.sql.rewrite.Rewriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What expressions and queries become. Each file holds blocks: what the user writes, unindented;
 * below it what comes of it. An expression stands for a query over {@code web.clicks AS c}. With
 * {@code -Dsluice.write=true} the files are written anew, to be read before they are committed.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/sluice/spectrum/sql/golden");

  @TestFactory
  Stream<DynamicTest> saysWhatTheGoldenFilesSay() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String golden = Files.readString(file);
    String now =
        golden
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("  "))
            .map(GoldenTest::block)
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("sluice.write")) {
      Files.writeString(file, now);
      return;
    }
    assertThat(now).isEqualTo(golden);
  }

  private static String block(String line) {
    boolean query = line.startsWith("SELECT ") || line.startsWith("WITH ");
    String sql = query ? line : Lake.around(line);
    Rewriting rewriting = Lake.rewriting(sql);
    StringBuilder block = new StringBuilder(line).append('\n');
    List<String> refusals = Lake.texts(rewriting.remarks().refusals());
    if (refusals.isEmpty()) {
      NativeQuery said = Lake.query(sql);
      said.session().forEach(statement -> append(block, "session: " + statement));
      append(block, query ? Lake.text(sql) : Lake.expression(line));
      said.structsByField().stream()
          .sorted()
          .forEach(column -> append(block, "by field: column " + column));
      said.serializedColumns().stream().sorted().forEach(name -> append(block, "json: " + name));
    }
    refusals.forEach(why -> append(block, "refused: " + why));
    Lake.texts(rewriting.remarks().caveats()).forEach(text -> append(block, "caveat: " + text));
    return block.toString();
  }

  private static void append(StringBuilder block, String line) {
    block.append("  ").append(line).append('\n');
  }
}
