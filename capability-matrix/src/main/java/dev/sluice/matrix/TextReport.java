package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.ArrayList;
import java.util.List;

/** Writes the matrix for a terminal: columns aligned, no colours. */
final class TextReport {
  private static final String LEGEND =
      """

      * a caveat: for certain data the answer would differ. Every cell's source, and why, stands in
      the other formats: json, markdown, html.
      """;

  private final CapabilityMatrix matrix;
  private final StringBuilder page = new StringBuilder();

  private TextReport(CapabilityMatrix matrix) {
    this.matrix = matrix;
  }

  static String of(CapabilityMatrix matrix) {
    return new TextReport(matrix).write();
  }

  private String write() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(cells("capability", matrix.engines().stream().map(EngineName::value).toList()));
    for (CapabilityRow row : matrix.rows()) {
      lines.add(cells(row.capability().name(), glances(row)));
    }
    int[] widths = widths(lines);
    String area = "";
    for (int i = 0; i < lines.size(); i++) {
      String rowArea = i == 0 ? "" : matrix.rows().get(i - 1).area();
      if (!rowArea.equals(area)) {
        page.append('\n').append(rowArea).append('\n');
        area = rowArea;
      }
      line(lines.get(i), widths);
    }
    matrix.changes().forEach(change -> page.append("\nchanged: ").append(change));
    matrix.functions().forEach(function -> page.append("\ndeclared: ").append(function));
    boolean changed = !matrix.changes().isEmpty() || !matrix.functions().isEmpty();
    return page.append(changed ? "\n" : "").append(LEGEND).toString();
  }

  private List<String> glances(CapabilityRow row) {
    return matrix.engines().stream()
        .map(engine -> glance(matrix.cell(engine, row.capability())))
        .toList();
  }

  private static String glance(Cell cell) {
    String mark = cell.caveat() == null ? "" : " *";
    return switch (cell.verdict()) {
      case NATIVE -> "yes" + mark;
      case REWRITE -> cell.rule() + mark;
      case REFUSE -> "no";
      case WRONG -> "wrong";
      case UNKNOWN -> "?";
    };
  }

  private static List<String> cells(String first, List<String> others) {
    List<String> cells = new ArrayList<>();
    cells.add("  " + first);
    cells.addAll(others);
    return cells;
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private void line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
    }
    page.append(line.toString().stripTrailing()).append('\n');
  }
}
