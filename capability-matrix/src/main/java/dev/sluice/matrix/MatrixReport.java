package dev.sluice.matrix;

/** The matrix for reading: by programs, in the documentation, on a terminal. */
public final class MatrixReport {
  private MatrixReport() {}

  /** One JSON document, every capability and every cell. */
  public static String json(CapabilityMatrix matrix) {
    return JsonReport.of(matrix);
  }

  /** The page {@code docs/capability-matrix.md}. */
  public static String markdown(CapabilityMatrix matrix) {
    return MarkdownReport.of(matrix);
  }

  /** One page for a browser that needs nothing else, with search and filters. */
  public static String html(CapabilityMatrix matrix) {
    return HtmlReport.of(matrix);
  }

  /** A table for a terminal, then why the refused cells are refused. */
  public static String text(CapabilityMatrix matrix) {
    return TextReport.of(matrix);
  }
}
