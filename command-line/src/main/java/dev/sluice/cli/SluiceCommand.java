package dev.sluice.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that only holds the others. */
@Command(
    name = "sluice",
    description = {
      "One SQL over the tables of an AWS Glue Data Catalog, sent to the engine that can answer it:",
      "Amazon Athena, Amazon Redshift Spectrum, or Spark."
    },
    mixinStandardHelpOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice demo",
      "  sluice query \"SELECT device.os, count(*) FROM web.ad_events GROUP BY device.os\"",
      "  sluice explain --lake my-lake \"SELECT * FROM web.clicks LIMIT 3\"",
      "  sluice COMMAND --help",
      "",
      "Exit codes: 0 done, 1 the query was refused or failed, 2 the command line was wrong,",
      "130 interrupted."
    })
final class SluiceCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of errors on standard error.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  boolean isVerbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Missing command: one of " + spec.subcommands().keySet());
  }
}
