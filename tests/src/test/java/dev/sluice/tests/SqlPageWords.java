package dev.sluice.tests;

import java.util.Map;

/** What {@code docs/sql.md} says besides what the run gives. */
final class SqlPageWords {
  static final String HEAD =
      """
      # The SQL that Sluice takes

      This page is generated: a test plans every query of the corpora in
      `tests/src/test/resources/corpus` and writes down what came of it. Correct those, not this page.

      Sluice's SQL is Athena's, which is Trino's. The tables below go through it construct by
      construct, each with an example over the tables of a test lake, and say what becomes of it on
      each engine:

      | | |
      |---|---|
      | yes | the engine is sent the query as it stands, in the engine's own spelling |
      | rewritten | the engine is sent the query after the named rules have changed its form; the rows are the same |
      | no | the engine is not sent this query; the number leads to the reason under the table |
      | not asked | the catalog answers, and no engine is asked |

      A query goes to the best of the engines that take it, so one *yes* or *rewritten* in a row is
      enough to get rows. Whether an engine takes a query also depends on the tables that it reads:
      see [what each engine can do](capability-matrix.md). What the constructs mean stands in
      [what Sluice's SQL means](semantics.md).

      ## In figures

      """;

  static final String AFTER_FIGURES =
      """

      A query is *read* if it has no error of syntax (one that is refused by the name of what it
      holds, such as MATCH_RECOGNIZE, has none), and *bound* if all its names are found and its types
      agree; then each engine is weighed. `other.sql` holds what Sluice is to refuse as well.
      TPC-H and TPC-DS are the texts and columns that Trino's benchmarks and generators have, over
      Parquet files.
      """;

  static final String TOOLS =
      """

      ## What tools send

      The shapes of queries that tools send, over the tables of the test lake; the texts are in
      `tests/src/test/resources/corpus/tools.sql`.
      """;

  static final String SUITES =
      """

      ## TPC-H and TPC-DS: what is refused
      """;

  static final Map<String, String> CORPORA =
      Map.of(
          "trino", "what Trino's grammar has",
          "tools", "what tools send",
          "other", "what is not Trino's");

  private SqlPageWords() {}

  /** SQL in a cell of a table: in one line, between backquotes. */
  static String code(String sql) {
    String cell = sql.replace("|", "\\|");
    return sql.contains("`") ? "`` " + cell + " ``" : "`" + cell + "`";
  }

  /** Words in a cell of a table. */
  static String cell(String words) {
    return words.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ").replace("<", "\\<");
  }
}
