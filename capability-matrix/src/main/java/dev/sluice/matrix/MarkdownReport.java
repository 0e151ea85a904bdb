package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the page of the documentation: per area a table at a glance, then the notes. */
final class MarkdownReport {
  private static final String INTRODUCTION =
      """
      # What each engine can do

      This page is generated from the data files in
      `capability-matrix/src/main/resources/dev/sluice/matrix/`; correct those, not this page.

      A query is taken apart into what it needs, and each engine is held against that, line by line:

      | | |
      |---|---|
      | yes | it does what Sluice's SQL means, without help |
      | yes, *rule* | it does once the named rule has rewritten the query |
      | no | it cannot, or Sluice has no way yet to make it |
      | wrong | it would answer, but with other rows: never routed |
      | ? | nobody has established it: treated as *no* |
      | † | a caveat: for certain data the answer would differ; see the note below the table |

      Sluice's SQL means what Athena engine v3 means. An account, a Redshift patch or a region may
      differ from what stands here: lay a file of your own over the matrix (capability, engine, the
      changed fields), and every changed cell shows in `explain`.
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);
  private final CapabilityMatrix matrix;

  private MarkdownReport(CapabilityMatrix matrix) {
    this.matrix = matrix;
  }

  static String of(CapabilityMatrix matrix) {
    MarkdownReport report = new MarkdownReport(matrix);
    matrix.rows().stream()
        .collect(
            Collectors.groupingBy(CapabilityRow::area, LinkedHashMap::new, Collectors.toList()))
        .forEach(report::area);
    return report.page.toString();
  }

  private void area(String area, List<CapabilityRow> rows) {
    line("");
    line("## " + Character.toUpperCase(area.charAt(0)) + area.substring(1));
    line("");
    line("| |" + engines(MatrixWords::title) + " name |");
    line("|---|" + engines(engine -> "---") + "---|");
    rows.forEach(
        row ->
            line(
                "| "
                    + escaped(row.title())
                    + " |"
                    + engines(engine -> glance(cell(row, engine)))
                    + " `"
                    + row.capability()
                    + "` |"));
    line("");
    line("### Why, and where from");
    rows.forEach(this::notes);
  }

  private String engines(Function<EngineName, String> text) {
    return matrix.engines().stream()
        .map(engine -> " " + text.apply(engine) + " |")
        .collect(Collectors.joining());
  }

  private void notes(CapabilityRow row) {
    line("");
    line("**" + escaped(row.title()) + "** (`" + row.capability() + "`)");
    line("");
    for (Map.Entry<EngineName, Cell> entry : row.cells().entrySet()) {
      line("- " + MatrixWords.title(entry.getKey()) + ": " + note(entry.getValue()));
    }
    row.cells().values().stream()
        .map(Cell::probe)
        .filter(probe -> probe != null)
        .findFirst()
        .ifPresent(probe -> line("- To try it: `" + probe + "`"));
  }

  private static String glance(Cell cell) {
    String mark = cell.caveat() == null ? "" : " †";
    return switch (cell.verdict()) {
      case NATIVE -> "yes" + mark;
      case REWRITE -> "yes, *" + cell.rule() + "*" + mark;
      case REFUSE -> "no";
      case WRONG -> "wrong";
      case UNKNOWN -> "?";
    };
  }

  private static String note(Cell cell) {
    String why = cell.why() == null ? "" : ". " + sentence(cell.why());
    String caveat = cell.caveat() == null ? "" : ". † " + sentence(cell.caveat());
    return glance(cell).replace(" †", "")
        + escaped(why + caveat)
        + ". <br>"
        + cell.datedSource()
        + "; "
        + MatrixWords.word(cell.evidence())
        + ", confidence "
        + MatrixWords.word(cell.confidence())
        + ", checked "
        + cell.checked();
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }

  private Cell cell(CapabilityRow row, EngineName engine) {
    return matrix.cell(engine, row.capability());
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
