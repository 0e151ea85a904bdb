package dev.sluice.tests;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The notes under one table: why engines refuse, each reason once. */
final class SqlPageNotes {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** One cell an engine. */
  List<String> cells(Outcome outcome) {
    List<String> cells = new ArrayList<>();
    for (Map.Entry<String, EngineName> engine : SqlPage.ENGINES.entrySet()) {
      cells.add(
          outcome
              .candidate(engine.getValue())
              .map(candidate -> cell(engine.getKey(), candidate))
              .orElseGet(() -> outcome.error() == null ? "not asked" : error(outcome)));
    }
    return cells;
  }

  private String error(Outcome outcome) {
    return "no " + note("Everywhere: " + SqlPageWords.cell(outcome.message()));
  }

  private String cell(String engine, Candidate candidate) {
    return switch (candidate.verdict()) {
      case NATIVE -> "yes";
      case REWRITTEN -> "rewritten: " + String.join(", ", candidate.rules());
      case REFUSED ->
          "no "
              + texts(candidate).stream()
                  .map(reason -> note(engine + ": " + reason))
                  .collect(Collectors.joining(" "));
    };
  }

  private static List<String> texts(Candidate candidate) {
    return candidate.reasons().stream()
        .map(Reason::text)
        .map(SqlPageWords::cell)
        .distinct()
        .toList();
  }

  private String note(String text) {
    return "(" + numbers.computeIfAbsent(text, any -> numbers.size() + 1) + ")";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(numbers.isEmpty() ? "" : "\n");
    numbers.forEach((note, number) -> text.append(number).append(". ").append(note).append('\n'));
    return text.toString();
  }

  /** For each engine that refuses queries of a suite: the reasons, with the queries' numbers. */
  static String refusals(String suite, List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    SqlPage.ENGINES.forEach(
        (name, engine) -> {
          Map<String, TreeSet<Integer>> reasons = new TreeMap<>();
          TreeSet<Integer> refused = new TreeSet<>();
          for (int i = 0; i < outcomes.size(); i++) {
            int number = i + 1;
            outcomes
                .get(i)
                .candidate(engine)
                .filter(Candidate::isRefused)
                .ifPresent(
                    candidate -> {
                      refused.add(number);
                      texts(candidate)
                          .forEach(
                              reason ->
                                  reasons
                                      .computeIfAbsent(reason, any -> new TreeSet<>())
                                      .add(number));
                    });
          }
          refusals(suite + " on " + name, refused, reasons, text);
        });
    return text.toString();
  }

  private static void refusals(
      String where,
      TreeSet<Integer> refused,
      Map<String, TreeSet<Integer>> reasons,
      StringBuilder text) {
    text.append("\n### ").append(where).append(": ").append(refused.size()).append(" refused\n");
    if (!refused.isEmpty()) {
      text.append("\nQueries ").append(numbers(refused)).append(".\n\n| reason | queries |\n");
      text.append("|---|---|\n");
      reasons.forEach(
          (reason, queries) ->
              text.append("| ")
                  .append(reason)
                  .append(" | ")
                  .append(numbers(queries))
                  .append(" |\n"));
    }
  }

  private static String numbers(TreeSet<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
