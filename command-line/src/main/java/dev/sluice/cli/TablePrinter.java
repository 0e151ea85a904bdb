package dev.sluice.cli;

import dev.sluice.DataType;
import dev.sluice.DataType.Decimal;
import dev.sluice.DataType.Primitive;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.results.ValueText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table for reading. The first rows set the widths; whatever follows them is printed in pages of
 * the same widths, so that memory stays bounded.
 */
final class TablePrinter implements RowPrinter {
  private static final int PAGE = 10_000;
  private static final Set<Primitive> NUMBERS =
      EnumSet.of(
          Primitive.TINYINT,
          Primitive.SMALLINT,
          Primitive.INTEGER,
          Primitive.BIGINT,
          Primitive.REAL,
          Primitive.DOUBLE);
  private static final Map<Primitive, Integer> LONGEST =
      Map.of(
          Primitive.BOOLEAN, "false".length(),
          Primitive.TINYINT, String.valueOf(Byte.MIN_VALUE).length(),
          Primitive.SMALLINT, String.valueOf(Short.MIN_VALUE).length(),
          Primitive.INTEGER, String.valueOf(Integer.MIN_VALUE).length(),
          Primitive.BIGINT, String.valueOf(Long.MIN_VALUE).length(),
          Primitive.REAL, "-1.17549435E-38".length(),
          Primitive.DOUBLE, "-2.2250738585072014E-308".length(),
          Primitive.DATE, "2019-03-27".length(),
          Primitive.TIMESTAMP, "2019-03-27 16:00:00.000000".length(),
          Primitive.TIMESTAMP_WITH_TIME_ZONE, "2019-03-27 16:00:00.000000+00:00".length());

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
      cells.add(value == null ? "NULL" : CellText.printable(ValueText.of(value)));
    }
    page.add(cells);
  }

  @Override
  public void end() {
    TextTable known = table;
    if (known == null) {
      out.print(layout(false).whole(page));
    } else {
      out.print(known.moreRows(page));
      out.print(known.lastLine());
    }
  }

  private void printPage() {
    TextTable known = table;
    if (known == null) {
      known = layout(true);
      table = known;
      out.print(known.firstRows(page));
    } else {
      out.print(known.moreRows(page));
    }
    page.clear();
  }

  /**
   * @param more whether rows follow that nobody has seen, whose numbers must not be folded
   */
  private TextTable layout(boolean more) {
    return TextTable.fitting(
        columns.stream().map(column -> CellText.printable(column.name())).toList(),
        columns.stream().map(column -> isNumber(column.type())).toList(),
        columns.stream().map(column -> more ? longest(column.type()) : 0).toList(),
        page,
        available);
  }

  /** How many characters a value of a type with bounded text can have; 0 for the others. */
  private static int longest(DataType type) {
    if (type instanceof Decimal decimal) {
      return decimal.precision() + 3;
    }
    if (type instanceof DataType.Timestamp timestamp) {
      return longest(timestamp.inMilliseconds()) + Math.max(0, timestamp.precision() - 6);
    }
    return type instanceof Primitive primitive ? LONGEST.getOrDefault(primitive, 0) : 0;
  }

  private static boolean isNumber(DataType type) {
    return type instanceof Decimal || (type instanceof Primitive one && NUMBERS.contains(one));
  }
}
