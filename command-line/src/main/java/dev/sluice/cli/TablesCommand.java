package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.Sluice;
import dev.sluice.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the catalog holds. */
@Command(
    name = "tables",
    description = "List the lake's tables, or show one table's columns, format and partitions.",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice tables",
      "  sluice tables --lake my-lake web.clicks",
      "  sluice tables --format json"
    })
final class TablesCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private DocumentFormat format = DocumentFormat.text;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "A table, as database.table or its name alone where that is enough.")
  private @Nullable String table;

  TablesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Sluice sluice = shell.sluices().open(lake.configuration(shell).build())) {
      Catalog catalog = sluice.catalog();
      List<String> problems = new ArrayList<>();
      List<Table> tables =
          table == null
              ? TableLookup.all(catalog, unreadable -> problems.add(unreadable.getMessage()))
              : List.of(TableLookup.find(catalog, table));
      print(tables.stream().map(found -> TableSummary.of(catalog, found)).toList(), problems);
    }
    return 0;
  }

  private void print(List<TableSummary> tables, List<String> problems) {
    switch (format) {
      case text -> shell.out().print(text(tables, problems));
      case json -> shell.out().line(Json.pretty(TablesJson.of(tables, problems)));
    }
  }

  private String text(List<TableSummary> tables, List<String> problems) {
    Style style = shell.terminal().outStyle();
    int width = shell.terminal().width();
    return table == null
        ? TablesText.list(
            tables, problems, style, shell.terminal().out() ? width : Integer.MAX_VALUE)
        : TablesText.one(tables.get(0), style, Math.min(100, width));
  }

  @Override
  public boolean errorsAsJson() {
    return format == DocumentFormat.json;
  }

  @Override
  public @Nullable String sql() {
    return null;
  }
}
