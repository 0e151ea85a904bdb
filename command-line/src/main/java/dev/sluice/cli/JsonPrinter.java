package dev.sluice.cli;

import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.results.ValueJson;
import java.util.List;

/**
 * One array of objects, written as the rows come. When the rows break off the array is left open,
 * so that nobody takes a part for the whole.
 */
final class JsonPrinter implements RowPrinter {
  private final List<String> names;
  private final Output out;
  private boolean first = true;

  JsonPrinter(List<ResultColumn> columns, Output out) {
    this.names = RowNames.distinct(columns);
    this.out = out;
  }

  @Override
  public void row(Rows rows) {
    out.print(first ? "[\n" : ",\n");
    out.print(ValueJson.object(names, RowNames.values(rows)));
    first = false;
  }

  @Override
  public void end() {
    out.line(first ? "[]" : "\n]");
  }
}
