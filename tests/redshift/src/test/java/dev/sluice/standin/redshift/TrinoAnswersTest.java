package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.NativeQuery;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stand-in, asked in Redshift's words for what Sluice's SQL says, answers what Trino 411
 * answered: the cases are those that Spark is held to.
 */
@ExtendWith(SharedStandIn.class)
class TrinoAnswersTest {
  private static final Path CASES =
      Repository.ROOT.resolve("dialect-spark/src/test/resources/dev/sluice/spark/sql");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  /** Where the stand-in is known to answer otherwise, so that nothing is proved of Redshift. */
  private static final Set<String> BLIND =
      Set.of(
          // PostgreSQL, as Redshift does by its documents, fails where a double overflows.
          "SELECT 1e308*10e0",
          "SELECT -1e308*10e0",
          // PostgreSQL has no limit of 38 digits.
          "SELECT 1.0000000000000000001*1.0000000000000000001",
          // PostgreSQL takes an escape character before any other.
          "SELECT 'abc' LIKE 'a#bc' ESCAPE '#'",
          // Blanks at the end do not count in Redshift.
          "SELECT 'a' = 'a '",
          "SELECT 'a' IN ('a ', 'b')",
          // PostgreSQL's $ does not stand before the last line feed; that of PCRE does.
          "SELECT regexp_like('a\n', 'a$')",
          // No limit of four bytes.
          "SELECT date_add('second', 3000000000, TIMESTAMP '2020-01-01 00:00:00')",
          // PostgreSQL's capital dotted I is not Java's.
          "SELECT lower('\u0130')",
          // The result's digits are those of the value, not of the type.
          "SELECT coalesce(1, 2.5)",
          "SELECT if(true, 1, 2.5)",
          "SELECT CASE WHEN true THEN 1 ELSE 2.5 END",
          // Athena's limit.
          "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 30) SELECT"
              + " max(n) FROM r");

  private final RedshiftStandIn standIn;

  TrinoAnswersTest(RedshiftStandIn standIn) {
    this.standIn = standIn;
  }

  /** A line {@code SQL => answer} of the cases. */
  private record Case(String sql, String answer, boolean ordered) {
    static Case of(String line) {
      String text = line.replace('⏎', '\n').replaceFirst(" \\((refused|caveat)\\)$", "");
      boolean ordered = text.startsWith("ordered: ");
      int arrow = text.lastIndexOf(" => ");
      String sql = text.substring(ordered ? "ordered: ".length() : 0, arrow);
      boolean query = sql.matches("(?s)(SELECT|WITH|VALUES)\\b.*");
      return new Case(query ? sql : "SELECT " + sql, text.substring(arrow + 4), ordered);
    }
  }

  @Test
  void answersAsTrino() throws IOException, SQLException {
    List<String> failures = new ArrayList<>();
    int asked = 0;
    try (Sluice sluice = Sluice.builder().catalog(InMemoryCatalog.builder().build()).open();
        Asked redshift = Asked.of(standIn)) {
      for (Case one : cases()) {
        String text = text(sluice, one.sql());
        if (text == null || BLIND.contains(one.sql()) || one.answer().equals("unknown")) {
          continue;
        }
        asked++;
        String answer = answer(redshift, one, text);
        if (!answer.equals(one.answer())) {
          failures.add(
              one.sql() + "\n  wanted " + one.answer() + "\n  got " + answer + "\n  by " + text);
        }
      }
    }
    assertThat(failures).isEmpty();
    assertThat(asked).isGreaterThan(400);
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String name : List.of("numbers", "text", "dates", "intervals", "conditions", "queries")) {
      for (String line : Files.readAllLines(CASES.resolve(name + ".txt"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          cases.add(Case.of(line));
        }
      }
    }
    return cases;
  }

  /** Null where Sluice refuses it on Redshift, or says that it may answer otherwise. */
  private static @Nullable String text(Sluice sluice, String sql) {
    try {
      Candidate candidate = sluice.plan(sql).decision().candidate(SPECTRUM).orElseThrow();
      NativeQuery query = candidate.query();
      return query == null || !candidate.caveats().isEmpty() ? null : query.sql();
    } catch (SluiceException e) {
      return null;
    }
  }

  private static String answer(Asked redshift, Case one, String text) {
    try {
      List<String> rows =
          redshift.objects(text).stream()
              .map(row -> row.stream().map(Shown::value).collect(Collectors.joining(", ")))
              .toList();
      return (one.ordered() ? rows.stream() : rows.stream().sorted())
          .collect(Collectors.joining("; "));
    } catch (SQLException e) {
      return one.answer().equals("fails") ? "fails" : "fails: " + e.getMessage();
    }
  }
}
