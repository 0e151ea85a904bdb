package dev.sluice.cli;

import dev.sluice.ResultColumn;
import java.util.List;

/** How rows are printed; the constants are spelt as a user types them. */
public enum RowFormat {
  table,
  json,
  jsonl,
  csv;

  RowPrinter printer(List<ResultColumn> columns, Shell shell) {
    return switch (this) {
      case table -> new TablePrinter(columns, shell.out(), shell.terminal());
      case json -> new JsonPrinter(columns, shell.out());
      case jsonl -> new JsonLinesPrinter(columns, shell.out());
      case csv -> new CsvPrinter(columns, shell.out());
    };
  }
}
