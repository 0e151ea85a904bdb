package dev.sluice.spark.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A line of a table of cases: {@code SQL => answer}. The SQL is an expression or a query; the
 * answer is what Trino gives, rows parted by semicolons and in any order unless the line begins
 * with {@code ordered:}. An arrow that bends stands for a line feed.
 *
 * @param answer the rows, or {@code fails}
 * @param special empty, {@code refused} where Spark is not asked, {@code caveat} where it is only
 *     asked with a warning because it may answer otherwise
 */
record Case(String line, String sql, boolean ordered, String answer, String special) {
  private static final String ORDERED = "ordered: ";
  private static final String ARROW = " => ";

  static List<Case> table(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Case::of)
          .toList();
    }
  }

  private static Case of(String line) {
    String text = line.replace('⏎', '\n');
    boolean ordered = text.startsWith(ORDERED);
    int arrow = text.lastIndexOf(ARROW);
    String sql = text.substring(ordered ? ORDERED.length() : 0, arrow);
    String answer = text.substring(arrow + ARROW.length());
    for (String special : List.of("refused", "caveat")) {
      String mark = " (" + special + ")";
      if (answer.endsWith(mark)) {
        String bare = answer.substring(0, answer.length() - mark.length());
        return new Case(line, sql, ordered, bare, special);
      }
    }
    return new Case(line, sql, ordered, answer, "");
  }

  boolean isQuery() {
    return sql.matches("(?s)(SELECT|WITH|VALUES)\\b.*");
  }

  String query() {
    return isQuery() ? sql : "SELECT " + sql;
  }

  boolean fails() {
    return answer.equals("fails");
  }
}
