package dev.sluice.cli;

import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Sluice;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans a query and shows the plan. */
@Command(
    name = "explain",
    description = {
      "Show which engine would answer a query, why, and in which words.",
      "Nothing is run and no credentials are needed. A query that every engine refuses is explained",
      "too, with exit code 0."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice explain \"SELECT * FROM web.clicks WHERE datetime = '2019-03-28-10'\"",
      "  sluice explain --prefer spectrum --strict \"SELECT device FROM web.clicks\"",
      "  sluice explain --lake my-lake --format json - < report.sql"
    })
final class ExplainCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Mixin private PlanningOptions options = new PlanningOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private DocumentFormat format = DocumentFormat.text;

  @Option(
      names = "--inspect-files",
      description =
          "Look into the newest file of each selected partition, as 'query' does, for columns that"
              + " are not the table's.")
  private boolean inspectFiles;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    options.sql(shell);
    try (Sluice sluice = shell.sluices().open(options.configuration(shell))) {
      PlanOptions ofQueries = sluice.policy().withAnswerAlone(true);
      PlanOptions policy = inspectFiles ? ofQueries.withInspectFiles(true) : ofQueries;
      Plan plan = options.plan(sluice, shell, policy);
      switch (format) {
        case text -> shell.out().print(text(plan));
        case json -> shell.out().line(Json.pretty(PlanJson.of(plan)));
      }
    }
    return 0;
  }

  private String text(Plan plan) {
    return PlanText.of(plan, shell.terminal().outStyle(), shell.terminal().width());
  }

  @Override
  public boolean errorsAsJson() {
    return format == DocumentFormat.json;
  }

  @Override
  public @Nullable String sql() {
    return options.sqlIfRead();
  }
}
