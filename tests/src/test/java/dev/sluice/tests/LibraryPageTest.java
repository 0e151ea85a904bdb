package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples for programs that embed Sluice compile, and do what they say. */
class LibraryPageTest {
  @Test
  @Timeout(180)
  void itsJavaRuns(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> printed = new JavaExamples("docs/library.md", folder).run();
    assertThat(printed)
        .as("the catalog, what a query returns and takes, rows as records")
        .contains("web", "? varchar", "page row(url varchar, section varchar)")
        .contains("Visits[section=news, clicks=2]")
        .doesNotContain("Visits[section=shop, clicks=1]");
    assertThat(printed)
        .as("verdicts, progress, rows, statistics")
        .contains("spark NATIVE")
        .anyMatch(line -> line.startsWith("progress: "))
        .contains("a", "b", "c")
        .anyMatch(line -> line.startsWith("QueryStatistics["));
    assertThat(printed)
        .as("an error, an overlay, a catalog of one's own")
        .anyMatch(line -> line.startsWith("COLUMN_NOT_FOUND USER ") && line.contains("click_id"))
        .anyMatch(line -> line.contains("our workgroup is for flat tables"))
        .anyMatch(line -> line.startsWith("Matrix: ") && line.contains("STRUCT_PATH"))
        .anyMatch(line -> line.endsWith(" by athena"));
  }
}
