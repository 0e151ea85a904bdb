package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java compiles, and does what it says. */
class ReadmeTest {
  @Test
  @Timeout(180)
  void itsJavaRuns(@TempDir Path folder) throws IOException, InterruptedException {
    assertThat(new JavaExamples("README.md", folder).run())
        .contains("news: 2", "shop: 1")
        .anyMatch(line -> line.contains("Spark"));
  }
}
