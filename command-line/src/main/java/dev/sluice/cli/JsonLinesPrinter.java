package dev.sluice.cli;

import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.results.ValueJson;
import java.util.List;

/** An object a line. */
final class JsonLinesPrinter implements RowPrinter {
  private final List<String> names;
  private final Output out;

  JsonLinesPrinter(List<ResultColumn> columns, Output out) {
    this.names = RowNames.distinct(columns);
    this.out = out;
  }

  @Override
  public void row(Rows rows) {
    out.line(ValueJson.object(names, RowNames.values(rows)));
  }

  @Override
  public void end() {}
}
