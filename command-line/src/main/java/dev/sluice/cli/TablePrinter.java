package dev.sluice.cli;

import dev.sluice.DataType;
import dev.sluice.DataType.Decimal;
import dev.sluice.DataType.Primitive;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table for reading. The first rows set the widths; whatever follows them is printed in pages of
 * the same widths, so that memory stays bounded.
 */
final class TablePrinter implements RowPrinter {
  private static final int PAGE = 10_000;
  private static final Set<Primitive> NUMBERS =
      Set.of(
          Primitive.TINYINT,
          Primitive.SMALLINT,
          Primitive.INTEGER,
          Primitive.BIGINT,
          Primitive.REAL,
          Primitive.DOUBLE);

  private final List<ResultColumn> columns;
  private final Output out;
  private final int available;
  private final List<List<String>> page = new ArrayList<>();
  private @Nullable TextTable table;

  TablePrinter(List<ResultColumn> columns, Output out, Terminal terminal) {
    this.columns = columns;
    this.out = out;
    // A file or another program can take any width; only a terminal needs cells to be folded.
    this.available = terminal.out() ? terminal.width() : Integer.MAX_VALUE;
  }

  @Override
  public boolean buffers() {
    return table == null && page.size() < PAGE;
  }

  @Override
  public void row(Rows rows) {
    if (page.size() == PAGE) {
      printPage();
    }
    List<String> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Object value = rows.value(i);
      cells.add(value == null ? "NULL" : CellText.printable(CellText.of(value)));
    }
    page.add(cells);
  }

  @Override
  public void end() {
    TextTable known = table;
    if (known == null) {
      out.print(layout().whole(page));
    } else {
      out.print(known.moreRows(page));
      out.print(known.lastLine());
    }
  }

  private void printPage() {
    TextTable known = table;
    if (known == null) {
      known = layout();
      table = known;
      out.print(known.firstRows(page));
    } else {
      out.print(known.moreRows(page));
    }
    page.clear();
  }

  private TextTable layout() {
    return TextTable.fitting(
        columns.stream().map(column -> CellText.printable(column.name())).toList(),
        columns.stream().map(column -> isNumber(column.type())).toList(),
        page,
        available);
  }

  private static boolean isNumber(DataType type) {
    return type instanceof Decimal || (type instanceof Primitive one && NUMBERS.contains(one));
  }
}
