package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.SluiceException;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark, asked in Sluice's SQL, answers what Trino 411 answered to the same text. */
@ExtendWith(SharedSpark.class)
@Timeout(600)
class TrinoAnswersTest {
  /** Expressions asked together: a query takes Spark far longer than an expression. */
  private static final int TOGETHER = 25;

  private final Asked asked;

  TrinoAnswersTest(SparkEngine engine) {
    this.asked = Asked.of(engine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbers.txt",
        "text.txt",
        "dates.txt",
        "intervals.txt",
        "conditions.txt",
        "queries.txt"
      })
  void sparkAnswersAsTrino(String table) throws IOException {
    List<Case> cases = Case.table(table);
    Map<String, String> answers = answers(cases);
    SoftAssertions soft = new SoftAssertions();
    for (Case one : cases) {
      String answer = answers.get(one.line());
      switch (one.special()) {
        case "refused" ->
            soft.assertThat(asked.spark(one.query()).isRefused()).as(one.line()).isTrue();
        case "caveat" -> {
          soft.assertThat(asked.spark(one.query()).caveats()).as(one.line()).isNotEmpty();
          soft.assertThat(answer).as("no caveat needed: " + one.line()).isNotEqualTo(one.answer());
        }
        default -> soft.assertThat(answer).as(one.line()).isEqualTo(one.answer());
      }
    }
    soft.assertAll();
  }

  /** By line. What may fail or has rows is asked alone. */
  private Map<String, String> answers(List<Case> cases) {
    Map<String, String> answers = new ConcurrentHashMap<>();
    List<Case> wanted = cases.stream().filter(one -> !one.special().equals("refused")).toList();
    wanted.parallelStream()
        .filter(one -> !isPlain(one))
        .forEach(one -> answers.put(one.line(), answer(one)));
    List<Case> plain = wanted.stream().filter(TrinoAnswersTest::isPlain).toList();
    for (int i = 0; i < plain.size(); i += TOGETHER) {
      List<Case> some = plain.subList(i, Math.min(plain.size(), i + TOGETHER));
      List<String> values = together(some);
      for (int j = 0; j < some.size(); j++) {
        answers.put(some.get(j).line(), values.get(j));
      }
    }
    return answers;
  }

  private static boolean isPlain(Case one) {
    return one.special().isEmpty() && !one.isQuery() && !one.fails();
  }

  private String answer(Case one) {
    try {
      List<String> rows = asked.rows(one.query());
      return (one.ordered() ? rows.stream() : rows.stream().sorted())
          .collect(Collectors.joining("; "));
    } catch (SluiceException e) {
      return one.fails() ? "fails" : "fails: " + e.getMessage();
    }
  }

  private List<String> together(List<Case> cases) {
    String sql = cases.stream().map(Case::sql).collect(Collectors.joining(", ", "SELECT ", ""));
    List<String> values = asked.values(sql);
    assertThat(values).hasSameSizeAs(cases);
    return values;
  }
}
