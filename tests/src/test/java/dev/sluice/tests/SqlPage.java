package dev.sluice.tests;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Sluice;
import dev.sluice.spark.client.SparkEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code docs/sql.md}: what planning the corpora gives, for people who write SQL. Every figure and
 * every word about a query is the run's.
 */
final class SqlPage {
  /** Errors that say that the text is not read at all. */
  private static final Set<ErrorCode> UNREAD =
      Set.of(ErrorCode.SYNTAX_ERROR, ErrorCode.NOT_A_QUERY, ErrorCode.MULTIPLE_STATEMENTS);

  static final Map<String, EngineName> ENGINES = engines();

  private final StringBuilder text = new StringBuilder();

  private SqlPage() {}

  private static Map<String, EngineName> engines() {
    Map<String, EngineName> engines = new LinkedHashMap<>();
    engines.put("Athena", EngineName.of("athena"));
    engines.put("Spectrum", EngineName.of("spectrum"));
    engines.put("Spark", SparkEngine.NAME);
    return engines;
  }

  /** A query of a corpus, and what planning it gave. */
  record Planned(CorpusEntry entry, Outcome outcome) {
    boolean isAccepted() {
      return outcome.code().isEmpty();
    }
  }

  /** A corpus for the table of figures. */
  record Figures(String name, List<Outcome> outcomes) {
    long count(Predicate<Outcome> counted) {
      return outcomes.stream().filter(counted).count();
    }
  }

  static String write(Sluice lake) {
    SqlPage page = new SqlPage();
    Map<Corpus, List<Planned>> planned = new LinkedHashMap<>();
    Corpus.all().forEach(corpus -> planned.put(corpus, planned(corpus, lake)));
    Map<Tpc, List<Outcome>> suites = new LinkedHashMap<>();
    TpcTest.suites().forEach(suite -> suites.put(suite, outcomes(suite)));
    page.text.append(SqlPageWords.HEAD);
    page.figures(planned, suites);
    List<Planned> sql = new ArrayList<>(planned.getOrDefault(Corpus.trino(), List.of()));
    sql.addAll(planned.getOrDefault(Corpus.other(), List.of()));
    page.accepted(sql);
    page.refused(sql);
    page.tools(planned.getOrDefault(Corpus.tools(), List.of()));
    page.suites(suites);
    return page.text.toString();
  }

  private static List<Planned> planned(Corpus corpus, Sluice lake) {
    return corpus.entries().stream()
        .map(entry -> new Planned(entry, Outcome.of(lake, entry.sql())))
        .toList();
  }

  private static List<Outcome> outcomes(Tpc suite) {
    try (Sluice sluice = Sluice.builder().catalog(suite.catalog()).open()) {
      return suite.queries().stream().map(query -> Outcome.of(sluice, query)).toList();
    }
  }

  private void figures(Map<Corpus, List<Planned>> planned, Map<Tpc, List<Outcome>> suites) {
    List<Figures> rows = new ArrayList<>();
    planned.forEach(
        (corpus, queries) ->
            rows.add(
                new Figures(
                    "`" + corpus.name() + ".sql`: " + SqlPageWords.CORPORA.get(corpus.name()),
                    queries.stream().map(Planned::outcome).toList())));
    suites.forEach((suite, outcomes) -> rows.add(new Figures(suite.name(), outcomes)));
    text.append("| | queries | are read | are bound | ");
    text.append(String.join(" | ", ENGINES.keySet())).append(" |\n|---|---|---|---|");
    text.append("---|".repeat(ENGINES.size())).append('\n');
    for (Figures row : rows) {
      List<Object> cells = new ArrayList<>();
      cells.add(row.name());
      cells.add(row.outcomes().size());
      cells.add(row.count(one -> one.error() == null || !UNREAD.contains(one.error().code())));
      cells.add(row.count(one -> one.plan() != null));
      for (EngineName engine : ENGINES.values()) {
        cells.add(row.count(one -> one.engines().contains(engine.value())));
      }
      row(cells);
    }
    text.append(SqlPageWords.AFTER_FIGURES);
  }

  private void accepted(List<Planned> queries) {
    text.append("\n## What is accepted\n");
    chapters(queries, Planned::isAccepted)
        .forEach(
            (chapter, rows) -> {
              text.append("\n### ").append(chapter).append('\n');
              table("example", rows, one -> SqlPageWords.code(one.entry().line()));
            });
  }

  private void refused(List<Planned> queries) {
    text.append("\n## What is not accepted\n");
    chapters(queries, one -> !one.isAccepted())
        .forEach(
            (chapter, rows) -> {
              text.append("\n### ").append(chapter).append(", not accepted\n\n");
              text.append("| | example | the error |\n|---|---|---|\n");
              rows.forEach(
                  one ->
                      row(
                          List.of(
                              one.entry().construct(),
                              SqlPageWords.code(one.entry().line()),
                              error(one.outcome()))));
            });
  }

  private void tools(List<Planned> queries) {
    text.append(SqlPageWords.TOOLS);
    chapters(queries, one -> true)
        .forEach(
            (tool, rows) -> {
              text.append("\n### ").append(tool).append('\n');
              table("seen in", rows, one -> String.valueOf(one.entry().source()));
            });
  }

  private static Map<String, List<Planned>> chapters(
      List<Planned> queries, Predicate<Planned> shown) {
    return queries.stream()
        .filter(shown)
        .collect(
            Collectors.groupingBy(
                one -> one.entry().chapter(), LinkedHashMap::new, Collectors.toList()));
  }

  /** A row for each query, and under the table why an engine does not take it. */
  private void table(
      String second, List<Planned> rows, java.util.function.Function<Planned, String> cell) {
    text.append("\n| | ").append(second).append(" | ");
    text.append(String.join(" | ", ENGINES.keySet())).append(" |\n|---|---|");
    text.append("---|".repeat(ENGINES.size())).append('\n');
    SqlPageNotes notes = new SqlPageNotes();
    for (Planned one : rows) {
      List<Object> cells = new ArrayList<>(List.of(one.entry().construct(), cell.apply(one)));
      cells.addAll(notes.cells(one.outcome()));
      row(cells);
    }
    text.append(notes);
  }

  private void suites(Map<Tpc, List<Outcome>> suites) {
    text.append(SqlPageWords.SUITES);
    suites.forEach((suite, outcomes) -> text.append(SqlPageNotes.refusals(suite.name(), outcomes)));
  }

  private static String error(Outcome outcome) {
    String code = outcome.code().map(ErrorCode::name).orElse("");
    return "`" + code + "` " + SqlPageWords.cell(outcome.message());
  }

  private void row(List<?> cells) {
    text.append(cells.stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    text.append('\n');
  }
}
