package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every text that Sluice's golden queries have for Redshift is one that the stand-in runs. */
@ExtendWith(SharedStandIn.class)
class GoldenTextsTest {
  private static final Path GOLDEN = Repository.ROOT.resolve("tests/src/test/resources/golden");

  private final RedshiftStandIn standIn;

  GoldenTextsTest(RedshiftStandIn standIn) {
    this.standIn = standIn;
  }

  @Test
  void runsEveryGoldenText() throws IOException, SQLException {
    List<String> failures = new ArrayList<>();
    int run = 0;
    for (Path folder : folders()) {
      String text = Files.readString(folder.resolve("spectrum.sql"));
      if (!text.startsWith("refused")) {
        run++;
        run(folder, text, failures);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(run).isGreaterThan(100);
  }

  private void run(Path folder, String text, List<String> failures) throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      String query = text;
      int end = text.indexOf(";\n");
      if (end >= 0) {
        asked.run(text.substring(0, end));
        query = text.substring(end + 2);
      }
      asked.rows(query);
    } catch (SQLException e) {
      failures.add(folder.getFileName() + ": " + e.getMessage());
    }
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList();
    }
  }
}
