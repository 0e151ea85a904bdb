package dev.sluice.benchmarks;

import java.util.List;
import java.util.Locale;

/** Bars of what each figure takes of its target, as SVG; the line is the target. */
final class Chart {
  private static final int ROW = 26;
  private static final int TOP = 34;
  private static final int LEFT = 250;
  private static final int FULL = 360;
  private static final int WIDTH = LEFT + FULL + 190;

  private Chart() {}

  static String svg(List<Figure> figures) {
    List<Figure> shown = figures.stream().filter(Figure::hasTarget).toList();
    int height = TOP + shown.size() * ROW + 14;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
        font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        """
            .formatted(WIDTH, height, WIDTH, height));
    for (int i = 0; i < shown.size(); i++) {
      svg.append(bar(shown.get(i), TOP + i * ROW));
    }
    int end = height - 10;
    svg.append(
        """
        <line x1="%1$d" y1="%2$d" x2="%1$d" y2="%3$d" stroke="#444444" stroke-dasharray="4 3"/>
        <text x="%1$d" y="%4$d" text-anchor="middle" fill="#444444">target</text>
        </svg>
        """
            .formatted(LEFT + FULL, TOP - 8, end, TOP - 14));
    return svg.toString();
  }

  /**
   * A bar that would leave the picture ends where the figure's own text begins. No text crosses the
   * line of the target.
   */
  private static String bar(Figure figure, int y) {
    double share = Math.min(figure.value() / figure.target(), 1.1);
    double length = Math.max(2, share * FULL);
    double end = share > 0.6 ? Math.max(length, FULL) : length;
    String text =
        "%s of %s %s"
            .formatted(
                Figure.number(figure.value()), Figure.number(figure.target()), figure.unit());
    return String.format(
        Locale.ROOT,
        """
        <text x="%d" y="%d" text-anchor="end" fill="#222222">%s</text>
        <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
        <text x="%.1f" y="%d" fill="#222222">%s</text>
        """,
        LEFT - 10,
        y + 13,
        figure.name(),
        LEFT,
        y,
        length,
        ROW - 8,
        figure.isMissed() ? "#c0504d" : "#4f81bd",
        LEFT + end + 8,
        y + 13,
        text);
  }
}
