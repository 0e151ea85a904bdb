package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
      `./sluice matrix --format html` writes the same as a page with search and filters.

      A query is taken apart into what it needs, and each engine is held against that, line by line:

      | | |
      |---|---|
      | ✓ | it does what Sluice's SQL means, without help |
      | ✓ *rule* | it does once the named rule has rewritten the query |
      | ✗ | it cannot, or Sluice has no way yet to make it |
      | **✗ wrong** | it would answer, but with other rows: never routed |
      | ? | nobody has established it: treated as ✗ |
      | † | a caveat: for certain data the answer would differ |
      | ‡ | under a setting of the engine the cell says something else |

      A small letter says how the cell is known: ᵈ documented, ˢ observed on a stand-in (such as
      Trino for Athena), ᵇ the stand-in cannot show it, ᵉ executed on the engine itself. A
      capability's title leads to the reasons and the sources: the document, which is a link where
      it has an address, and the date of its content; how sure that is (high: the document or the
      engine itself; medium: indirect, older, or one observation; low: an inference, which routes
      only with a caveat); and when it was last checked. Nothing here was run on AWS.

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
    Map<String, List<CapabilityRow>> areas =
        matrix.rows().stream()
            .collect(
                Collectors.groupingBy(
                    CapabilityRow::area, LinkedHashMap::new, Collectors.toList()));
    report.contents(areas.keySet());
    areas.forEach(report::area);
    return report.page.toString();
  }

  private void contents(Collection<String> areas) {
    line("");
    areas.forEach(
        area -> {
          String title = MatrixWords.areaTitle(area);
          line("- [" + title + "](#" + anchor(title) + ")");
        });
  }

  /** The name that a heading gets on the pages of repositories. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private void area(String area, List<CapabilityRow> rows) {
    line("");
    line("## " + MatrixWords.areaTitle(area));
    line("");
    line("| |" + engines(MatrixWords::title));
    line("|---|" + engines(engine -> "---"));
    rows.forEach(
        row ->
            line(
                "| ["
                    + escaped(row.title())
                    + "](#"
                    + row.capability().name().toLowerCase(Locale.ROOT)
                    + ") |"
                    + engines(engine -> atAGlance(row, engine))));
    line("");
    line("### Why, and where from: " + MatrixWords.areaTitle(area).toLowerCase(Locale.ROOT));
    rows.forEach(this::notes);
  }

  private String engines(Function<EngineName, String> text) {
    return matrix.engines().stream()
        .map(engine -> " " + text.apply(engine) + " |")
        .collect(Collectors.joining());
  }

  private void notes(CapabilityRow row) {
    line("");
    line("#### " + row.capability());
    line("");
    line(escaped(row.title()) + ".");
    line("");
    for (Map.Entry<EngineName, Cell> entry : row.cells().entrySet()) {
      line("- **" + MatrixWords.title(entry.getKey()) + "** " + note(entry.getValue()));
      row.conditions().stream()
          .filter(condition -> condition.engine().equals(entry.getKey()))
          .forEach(one -> line("  - with `" + one.condition() + "` ‡ " + note(one.cell())));
    }
    row.cells().values().stream()
        .map(Cell::probe)
        .filter(probe -> probe != null)
        .findFirst()
        .ifPresent(probe -> line("- To try it: `" + probe + "`"));
  }

  private String atAGlance(CapabilityRow row, EngineName engine) {
    Cell cell = cell(row, engine);
    boolean isConditional =
        row.conditions().stream().anyMatch(condition -> condition.engine().equals(engine));
    return glance(cell)
        + evidence(cell)
        + (cell.caveat() == null ? "" : " †")
        + (isConditional ? " ‡" : "");
  }

  private static String glance(Cell cell) {
    return switch (cell.verdict()) {
      case NATIVE -> "✓";
      case REWRITE -> "✓ *" + cell.rule() + "*";
      case REFUSE -> "✗";
      case WRONG -> "**✗ wrong**";
      case UNKNOWN -> "?";
    };
  }

  /** What nobody has established is not known in any way. */
  private static String evidence(Cell cell) {
    if (cell.verdict() == CellVerdict.UNKNOWN) {
      return "";
    }
    return switch (cell.evidence()) {
      case DOCUMENTED -> "ᵈ";
      case OBSERVED_ON_STAND_IN -> "ˢ";
      case STAND_IN_BLIND -> "ᵇ";
      case EXECUTED -> "ᵉ";
    };
  }

  private static String note(Cell cell) {
    String why = cell.why() == null ? "" : ". " + MatrixWords.sentence(cell.why());
    String caveat = cell.caveat() == null ? "" : ". † " + MatrixWords.sentence(cell.caveat());
    return glance(cell)
        + escaped(why + caveat)
        + ". *"
        + source(cell)
        + "; "
        + MatrixWords.word(cell.evidence())
        + ", confidence "
        + MatrixWords.word(cell.confidence())
        + ", checked "
        + cell.checked()
        + "*";
  }

  private static String source(Cell cell) {
    String linked =
        SourceLinks.of(cell.source()).stream()
            .map(MarkdownReport::link)
            .collect(Collectors.joining());
    return linked + (cell.sourceDate() == null ? "" : " (" + cell.sourceDate() + ")");
  }

  private static String link(SourceLinks.Piece piece) {
    boolean isItsText = piece.text().equals(piece.address());
    return piece.address() == null || isItsText
        ? piece.text()
        : "[" + piece.text() + "](" + piece.address() + ")";
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
