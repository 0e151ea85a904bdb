package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the matrix as one page that needs nothing else: {@code report.html} with what the matrix
 * says in the place of the comments. The rows stand in the page as they are; the script only hides
 * those that are not asked for.
 */
final class HtmlReport {
  private final CapabilityMatrix matrix;
  private final StringBuilder page = new StringBuilder();

  private HtmlReport(CapabilityMatrix matrix) {
    this.matrix = matrix;
  }

  static String of(CapabilityMatrix matrix) {
    HtmlReport report = new HtmlReport(matrix);
    report.areas();
    String columns = "--engines: " + matrix.engines().size();
    return template()
        .replace("<!-- engines -->", report.engineOptions())
        .replace("<!-- sums -->", report.sums())
        .replace("<!-- changes -->", report.changes())
        .replace("<!-- columns -->", columns)
        .replace("<!-- areas -->", report.page);
  }

  private static String template() {
    try (InputStream stream = HtmlReport.class.getResourceAsStream("report.html")) {
      if (stream == null) {
        throw new SluiceException(ErrorCode.INTERNAL, "The page report.html is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String engineOptions() {
    return matrix.engines().stream()
        .map(engine -> "<option value=\"%s\">%s</option>".formatted(engine, name(engine)))
        .collect(Collectors.joining());
  }

  /** How many cells of each engine say what, as a bar. */
  private String sums() {
    StringBuilder sums = new StringBuilder();
    for (EngineName engine : matrix.engines()) {
      Map<CellVerdict, Long> counts =
          matrix.rows().stream()
              .map(row -> matrix.cell(engine, row.capability()).verdict())
              .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
      sums.append("<div class=\"sum\"><b>").append(name(engine)).append("</b><span class=\"bar\">");
      for (CellVerdict verdict : CellVerdict.values()) {
        long count = counts.getOrDefault(verdict, 0L);
        if (count > 0) {
          sums.append(
              "<i class=\"%s\" style=\"flex-grow:%d\" title=\"%d %s\">%d</i>"
                  .formatted(word(verdict), count, count, word(verdict), count));
        }
      }
      sums.append("</span></div>\n");
    }
    return sums.toString();
  }

  private String changes() {
    if (matrix.changes().isEmpty() && matrix.functions().isEmpty()) {
      return "";
    }
    StringBuilder changes =
        new StringBuilder("<section class=\"changes\"><h2>Changed here</h2><ul>");
    matrix.changes().forEach(change -> item(changes, change.toString()));
    matrix.functions().forEach(function -> item(changes, function.toString()));
    return changes.append("</ul></section>").toString();
  }

  private static void item(StringBuilder list, String text) {
    list.append("<li>").append(escaped(text)).append("</li>");
  }

  private void areas() {
    Map<String, List<CapabilityRow>> areas =
        matrix.rows().stream()
            .collect(
                Collectors.groupingBy(
                    CapabilityRow::area, LinkedHashMap::new, Collectors.toList()));
    areas.forEach(
        (area, rows) -> {
          String title = MatrixWords.areaTitle(area);
          page.append("<section class=\"area\" id=\"").append(area).append("\"><h2>");
          page.append(escaped(title)).append(" <small>").append(rows.size());
          page.append("</small></h2>\n<div class=\"rows\">\n");
          rows.forEach(this::row);
          page.append("</div></section>\n");
        });
  }

  private void row(CapabilityRow row) {
    String name = row.capability().name();
    page.append("<details class=\"row\" id=\"").append(name).append('"');
    for (EngineName engine : matrix.engines()) {
      Cell cell = matrix.cell(engine, row.capability());
      String caveat = cell.caveat() == null ? "" : " caveat";
      page.append(" data-%s=\"%s%s\"".formatted(engine, word(cell.verdict()), caveat));
    }
    page.append("><summary><span class=\"what\">").append(escaped(row.title()));
    page.append("<code>").append(name).append("</code></span>");
    matrix.engines().forEach(engine -> badge(engine, row));
    page.append("</summary><div class=\"cards\">");
    matrix.engines().forEach(engine -> card(engine, row));
    page.append("</div>");
    probe(row);
    page.append("</details>\n");
  }

  private void badge(EngineName engine, CapabilityRow row) {
    Cell cell = matrix.cell(engine, row.capability());
    page.append("<span class=\"cell\"><em>").append(name(engine)).append("</em><b class=\"badge ");
    page.append(word(cell.verdict())).append("\" title=\"").append(known(cell)).append("\">");
    page.append(MatrixWords.glance(cell.verdict())).append("</b>");
    if (cell.caveat() != null) {
      page.append("<b class=\"badge caveat\" title=\"").append(escaped(cell.caveat()));
      page.append("\">caveat</b>");
    }
    if (cell.rule() != null) {
      page.append("<span class=\"rule\">").append(escaped(cell.rule())).append("</span>");
    }
    row.conditions().stream()
        .filter(condition -> condition.engine().equals(engine))
        .map(condition -> escaped(condition.condition().toString()))
        .forEach(
            one -> page.append("<span class=\"rule\">else with ").append(one).append("</span>"));
    page.append("</span>");
  }

  private void card(EngineName engine, CapabilityRow row) {
    Cell cell = matrix.cell(engine, row.capability());
    page.append("<div class=\"card ").append(word(cell.verdict())).append("\"><h3>");
    page.append(name(engine)).append("</h3>");
    says(cell);
    row.conditions().stream()
        .filter(condition -> condition.engine().equals(engine))
        .forEach(this::condition);
    page.append("</div>");
  }

  private void condition(ConditionalCell condition) {
    page.append("<div class=\"when\"><h4>With <code>");
    page.append(escaped(condition.condition().toString())).append("</code>: ");
    page.append(MatrixWords.glance(condition.cell().verdict())).append("</h4>");
    says(condition.cell());
    page.append("</div>");
  }

  private void says(Cell cell) {
    paragraph("", cell.why());
    paragraph("<b class=\"badge caveat\">caveat</b> ", cell.caveat());
    page.append("<p class=\"source\">");
    for (SourceLinks.Piece piece : SourceLinks.of(cell.source())) {
      String text = escaped(piece.text());
      page.append(
          piece.address() == null
              ? text
              : "<a href=\"%s\" rel=\"noreferrer\">%s</a>"
                  .formatted(escaped(piece.address()), text));
    }
    page.append(cell.sourceDate() == null ? "" : " (" + escaped(cell.sourceDate()) + ")");
    page.append("</p><p class=\"known\">").append(known(cell));
    page.append(" · <span>checked ").append(cell.checked()).append("</span></p>");
  }

  private static String known(Cell cell) {
    return MatrixWords.word(cell.evidence())
        + " · confidence "
        + MatrixWords.word(cell.confidence());
  }

  private void paragraph(String before, @Nullable String text) {
    if (text != null) {
      page.append("<p>").append(before).append(escaped(MatrixWords.sentence(text))).append("</p>");
    }
  }

  private void probe(CapabilityRow row) {
    row.cells().values().stream()
        .map(Cell::probe)
        .filter(probe -> probe != null)
        .findFirst()
        .ifPresent(
            probe ->
                page.append("<p class=\"probe\">To try it: <code>")
                    .append(escaped(String.valueOf(probe)))
                    .append("</code></p>"));
  }

  private static String name(EngineName engine) {
    return escaped(MatrixWords.title(engine));
  }

  private static String word(CellVerdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
