package dev.sluice.tests;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.benchmarks.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/sql.md}: what planning makes of every query of the corpora. */
final class SqlPage {
  private static final List<EngineName> ENGINES =
      List.of(EngineName.of("athena"), EngineName.of("spectrum"), EngineName.of("spark"));

  private static final String HEAD =
      """
      # What SQL is understood

      Sluice's SQL means what Athena engine v3 (Trino) means, and it reads what Trino's parser reads, with a few things that
      users of other engines write. This page is made from the corpora of `tests/src/test/resources/corpus` by planning each
      query; a test compares it.

      In the tables *yes* is the query as it stands, *rewritten* the same in other words, and *no* a refusal with the capability
      that the engine lacks (see [the capability matrix](capability-matrix.md)). Where an engine could answer otherwise for
      certain data, the candidate carries a caveat, which is not shown here.

      """;

  private final Sluice sluice;
  private final StringBuilder page = new StringBuilder(HEAD);

  private SqlPage(Sluice sluice) {
    this.sluice = sluice;
  }

  static String of(Sluice fixture) {
    SqlPage page = new SqlPage(fixture);
    page.benchmark("TPC-H", Suite.of("tpch"));
    page.benchmark("TPC-DS", Suite.of("tpcds"));
    page.chapters(Corpus.trino());
    page.chapters(Corpus.other());
    page.page.append(
        """
        # What tools send

        Queries of the shapes that tools send, and where each shape was seen.

        """);
    page.chapters(Corpus.tools());
    return page.page.toString();
  }

  private void benchmark(String name, Suite suite) {
    page.append("## ").append(name).append("\n\n");
    Map<EngineName, Integer> printed = new LinkedHashMap<>();
    ENGINES.forEach(engine -> printed.put(engine, 0));
    Map<EngineName, Map<String, List<Integer>>> refused = new LinkedHashMap<>();
    try (Sluice planner = Sluice.builder().catalog(suite.catalog()).open()) {
      int number = 0;
      for (String sql : suite.queries()) {
        number++;
        Plan plan = planner.plan(sql);
        for (EngineName engine : ENGINES) {
          Candidate candidate = plan.decision().candidate(engine).orElseThrow();
          if (!candidate.isRefused()) {
            printed.merge(engine, 1, Integer::sum);
          }
          for (String code : codes(candidate)) {
            refused
                .computeIfAbsent(engine, key -> new TreeMap<>())
                .computeIfAbsent(code, key -> new ArrayList<>())
                .add(number);
          }
        }
      }
    }
    page.append("All ")
        .append(suite.queries().size())
        .append(" queries are read and bound. Engines that can answer: ")
        .append(
            printed.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", ")))
        .append(". What stands in the way of the others:\n\n");
    table(List.of("engine", "lacks", "queries"));
    refused.forEach(
        (engine, codes) ->
            codes.forEach(
                (code, numbers) ->
                    row(
                        List.of(
                            engine.toString(),
                            "`" + code + "`",
                            numbers.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))))));
    page.append('\n');
  }

  private void chapters(Corpus corpus) {
    Map<String, List<CorpusEntry>> chapters = new LinkedHashMap<>();
    corpus
        .entries()
        .forEach(
            entry ->
                chapters.computeIfAbsent(entry.chapter(), key -> new ArrayList<>()).add(entry));
    chapters.forEach(
        (name, entries) -> {
          page.append("## ").append(name).append("\n\n");
          chapter(entries);
        });
  }

  private void chapter(List<CorpusEntry> entries) {
    List<List<String>> taken = new ArrayList<>();
    List<List<String>> refused = new ArrayList<>();
    List<String> seenIn = entries.get(0).source() == null ? List.of() : List.of("seen in");
    Set<List<String>> seen = new LinkedHashSet<>();
    for (CorpusEntry entry : entries) {
      List<String> cells = cells(entry);
      List<String> key = new ArrayList<>(cells);
      key.add(entry.construct());
      if (!seenIn.isEmpty() || seen.add(key)) {
        List<String> row = new ArrayList<>(List.of(entry.construct(), code(entry.sql())));
        row.addAll(cells);
        if (entry.source() != null) {
          row.add(escaped(entry.source()));
        }
        (cells.size() > 1 ? taken : refused).add(row);
      }
    }
    tableOf(List.of("construct", "for example", "Athena", "Spectrum", "Spark"), seenIn, taken);
    tableOf(List.of("not accepted", "for example", "the error"), seenIn, refused);
  }

  /** What each engine is told; of a query that cannot be planned, the error alone. */
  private List<String> cells(CorpusEntry entry) {
    Outcome outcome = Outcome.of(sluice, entry.sql());
    if (outcome.error() != null) {
      return List.of(escaped(outcome.message()));
    } else if (outcome.engines().equals(Set.of(CorpusEntry.CATALOG))) {
      return ENGINES.stream().map(engine -> "from the catalog").toList();
    }
    return ENGINES.stream()
        .map(engine -> verdict(outcome.candidate(engine).orElseThrow()))
        .toList();
  }

  private static String verdict(Candidate candidate) {
    if (!candidate.isRefused()) {
      return candidate.rules().isEmpty() ? "yes" : "rewritten";
    }
    return "no: "
        + codes(candidate).stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
  }

  private static Set<String> codes(Candidate candidate) {
    Set<String> codes = new LinkedHashSet<>();
    if (candidate.isRefused()) {
      candidate.reasons().forEach(reason -> codes.add(reason.capability()));
    }
    return codes;
  }

  private void tableOf(List<String> heads, List<String> more, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<String> all = new ArrayList<>(heads);
      all.addAll(more);
      table(all);
      rows.forEach(this::row);
      page.append('\n');
    }
  }

  private void table(List<String> heads) {
    row(heads);
    row(heads.stream().map(head -> "---").toList());
  }

  private void row(List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Backquotes in it ask for two around it. */
  private static String code(String sql) {
    String line = escaped(sql.replaceAll("\\s*\\n\\s*", " "));
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
