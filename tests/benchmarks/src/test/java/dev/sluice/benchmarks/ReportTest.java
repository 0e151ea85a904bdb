package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Figure MET = new Figure("quick", 12.34, "ms", 50);
  private static final Figure MISSED = new Figure("slow", 1234.5, "ms", 700);
  private static final Figure TOLD = new Figure("told", 0.5, "MB", 0);

  @Test
  void takesTheMedianOfEveryFork(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.SizeBenchmark.sluice", "params": {"query": "x"},
          "primaryMetric": {"score": 99, "rawData": [[5, 1], [2, 90]]},
          "secondaryMetrics": {"bytes": {"rawData": [[7]]}}}]
        """);
    Results results = Results.read(file);
    assertThat(results.time("SizeBenchmark.sluice", "x")).isEqualTo(3.5);
    assertThat(results.counter("SizeBenchmark.sluice", "x", "bytes")).isEqualTo(7);
    assertThatThrownBy(() -> results.time("SizeBenchmark.sluice", "y")).hasMessageContaining("y");
  }

  @Test
  void saysPlainlyWhatWasMissed() {
    String page = "Before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n";
    assertThat(Report.withTable(page, List.of(MET, MISSED, TOLD)))
        .isEqualTo(
            """
            Before
            <!-- figures -->
            | what | measured | target | |
            |---|---|---|---|
            | quick | 12.3 ms | 50 ms | met |
            | slow | 1,235 ms | 700 ms | **missed** |
            | told | 0.50 MB |  |  |
            <!-- end of figures -->
            after
            """);
  }

  @Test
  void drawsABarForEachTarget() {
    String svg = Chart.svg(List.of(MET, MISSED, TOLD));
    assertThat(svg).contains(">quick</text>", "12.3 of 50 ms", "#c0504d").doesNotContain("told");
  }
}
