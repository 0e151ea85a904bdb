package dev.sluice.tests.live;

import dev.sluice.tests.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression and what Trino makes of it: a line {@code SQL => answer} of the tables that Spark
 * is held to, which have a row for each function.
 */
record TrinoCase(String sql, String answer) {
  private static final Path TABLES =
      Repository.ROOT.resolve("dialect-spark/src/test/resources/dev/sluice/spark/sql");
  private static final List<String> NAMES =
      List.of("numbers", "text", "dates", "intervals", "conditions");

  /** Without queries, and without what fails. */
  static List<TrinoCase> all() throws IOException {
    List<TrinoCase> cases = new ArrayList<>();
    for (String name : NAMES) {
      for (String line : Files.readAllLines(TABLES.resolve(name + ".txt"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          TrinoCase one = of(line);
          if (!one.answer().equals("fails")
              && !one.answer().equals("unknown")
              && !one.sql().matches("(?s)(SELECT|WITH|VALUES)\\b.*|ordered: .*")) {
            cases.add(one);
          }
        }
      }
    }
    return cases;
  }

  /** What is said there of Spark alone is left out. */
  private static TrinoCase of(String line) {
    String text = line.replace('⏎', '\n').replaceFirst(" \\((refused|caveat)\\)$", "");
    int arrow = text.lastIndexOf(" => ");
    return new TrinoCase(text.substring(0, arrow), text.substring(arrow + 4));
  }
}
