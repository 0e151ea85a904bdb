package dev.sluice.cli;

import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans a query, runs it and prints the rows. */
@Command(
    name = "query",
    description = "Answer a query with the engine that can.",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nFormats:%n",
    footer = {
      "  table  for reading; nested values as JSON, binary as hex digits, NULL as NULL",
      "  json   one array, an object a row, streamed; decimals exact, binary as base64",
      "  jsonl  an object a line",
      "  csv    a header and a line a row; nested values as JSON, binary as hex digits,",
      "         NULL as nothing (an empty text is \"\")",
      "  Timestamps are 2019-03-27 16:00:00.000 in all of them. In JSON a column whose name",
      "  was taken already gets a number (a, a_2), and numbers JSON lacks are \"NaN\" and",
      "  \"Infinity\". Rows go to standard output, everything else to standard error.",
      "  When an answer breaks off, the array of --format json stays open.",
      "",
      "Examples:",
      "  sluice query \"SELECT count(*) FROM web.clicks\"",
      "  sluice query --lake my-lake --format csv - < report.sql > report.csv",
      "  sluice query --prefer spectrum --format jsonl \"SELECT * FROM web.clicks LIMIT 3\""
    })
final class QueryCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Mixin private PlanningOptions options = new PlanningOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How rows are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RowFormat format = RowFormat.table;

  private boolean printing;

  QueryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    options.sql(shell);
    try (Sluice sluice = shell.sluices().open(options.configuration(shell))) {
      Plan plan = options.plan(sluice, shell, sluice.policyOfQueries());
      announce(plan);
      // Files may be converted first.
      shell.interruption().watchThreadThatTidiesUp();
      try (ProgressLine progress = ProgressLine.on(shell);
          Rows rows = sluice.run(plan, progress)) {
        shell.interruption().watch(rows);
        print(rows, progress);
      } finally {
        shell.interruption().release();
      }
    }
    return 0;
  }

  private void announce(Plan plan) {
    if (plan.decision().answeredBy() != null) {
      Style style = shell.terminal().errStyle();
      String why = plan.decision().explanation().replaceAll("\\s+", " ");
      shell.err().println(style.faint(why));
    }
  }

  private void print(Rows rows, ProgressLine progress) {
    RowPrinter printer = format.printer(rows.columns(), shell);
    long count = 0;
    while (rows.next()) {
      if (!printer.buffers()) {
        progress.close();
        printing = true;
      }
      printer.row(rows);
      count++;
    }
    progress.close();
    printing = true;
    printer.end();
    shell.out().flush();
    finish(rows, count);
  }

  private void finish(Rows rows, long count) {
    Style style = shell.terminal().errStyle();
    shell.err().println(style.faint(count == 1 ? "1 row" : count + " rows"));
    StatisticsText.of(rows.statistics()).ifPresent(text -> shell.err().println(style.faint(text)));
    for (String warning : rows.warnings()) {
      shell.err().println(style.warning("Warning:") + " " + warning);
    }
  }

  /** Once rows have gone out, an error among them would be taken for one of them. */
  @Override
  public boolean errorsAsJson() {
    return format == RowFormat.json && !printing;
  }

  @Override
  public @Nullable String sql() {
    return options.sqlIfRead();
  }
}
