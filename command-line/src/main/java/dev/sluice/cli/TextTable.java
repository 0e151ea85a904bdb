package dev.sluice.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of text with fixed widths, printable in pages.
 *
 * @param headers one a column
 * @param rightAligned which columns hold numbers
 * @param widths characters for the contents of each column; longer ones go on in the next line
 */
record TextTable(List<String> headers, List<Boolean> rightAligned, List<Integer> widths) {
  private static final int LEAST_WIDTH = 12;
  private static final int PADDING = 2;

  /**
   * A table as wide as the rows need it, or as {@code available} where that is less.
   *
   * @param least widths that columns have even where the rows need less
   */
  static TextTable fitting(
      List<String> headers,
      List<Boolean> rightAligned,
      List<Integer> least,
      List<List<String>> rows,
      int available) {
    int[] widths =
        IntStream.range(0, headers.size())
            .map(i -> Math.max(least.get(i), headers.get(i).length()))
            .toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    shrink(widths, available);
    return new TextTable(headers, rightAligned, IntStream.of(widths).boxed().toList());
  }

  private static void shrink(int[] widths, int available) {
    int excess = IntStream.of(widths).map(width -> width + PADDING + 1).sum() + 1 - available;
    while (excess > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= LEAST_WIDTH) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  String whole(List<List<String>> rows) {
    return render(headers, rows);
  }

  /** The rows after the first page: the lines between the borders. */
  String moreRows(List<List<String>> rows) {
    String text = render(headers.stream().map(header -> "").toList(), rows);
    int firstRow = text.indexOf("\n+", 1) + 1;
    return text.substring(text.indexOf('\n', firstRow) + 1, text.lastIndexOf("\n+") + 1);
  }

  /** {@link #whole} without the border at the end. */
  String firstRows(List<List<String>> rows) {
    String text = whole(rows);
    return text.substring(0, text.lastIndexOf("\n+") + 1);
  }

  /** The border at the end. */
  String lastLine() {
    String text = whole(List.of());
    return text.substring(0, text.indexOf('\n') + 1);
  }

  private String render(List<String> headersShown, List<List<String>> rows) {
    Column[] columns =
        IntStream.range(0, headersShown.size())
            .mapToObj(i -> column(headersShown.get(i), i))
            .toArray(Column[]::new);
    Object[][] cells = rows.stream().map(List::toArray).toArray(Object[][]::new);
    return AsciiTable.builder()
            .lineSeparator("\n")
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .data(columns, cells)
            .asString()
        + "\n";
  }

  private Column column(String header, int index) {
    HorizontalAlign align = rightAligned.get(index) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    int width = widths.get(index) + PADDING;
    return new Column()
        .header(header)
        .headerAlign(align)
        .dataAlign(align)
        .minWidth(width)
        .maxWidth(width, OverflowBehaviour.NEWLINE);
  }
}
