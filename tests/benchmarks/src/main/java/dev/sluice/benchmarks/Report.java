package dev.sluice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what JMH measured into {@code docs/performance.md} and draws {@code performance.svg}.
 *
 * <pre>{@code java -cp tests/benchmarks/target/benchmarks.jar dev.sluice.benchmarks.Report
 * RESULTS.json docs}</pre>
 */
public final class Report {
  private static final String START = "<!-- figures -->\n";
  private static final String END = "<!-- end of figures -->";

  private Report() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Give the results of JMH and the folder of documents");
    }
    List<Figure> figures = Figure.of(Results.read(Path.of(arguments[0])));
    Path documents = Path.of(arguments[1]);
    Path page = documents.resolve("performance.md");
    Files.writeString(page, withTable(Files.readString(page), figures));
    Files.writeString(documents.resolve("performance.svg"), Chart.svg(figures));
  }

  static String withTable(String page, List<Figure> figures) {
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("The page has no place for figures");
    }
    String rows = figures.stream().map(Figure::row).collect(Collectors.joining("\n"));
    String table = "| what | measured | target | |\n|---|---|---|---|\n" + rows + "\n";
    return page.substring(0, start + START.length()) + table + page.substring(end);
  }
}
