package dev.sluice.cli;

import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the example lake and tours it. */
@Command(
    name = "demo",
    description = {
      "Make a small example lake, once, and tour it with five queries.",
      "Shows for each the decision, the engines' texts and the rows. Needs no account."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sluice demo", "  sluice demo --lake /tmp/example-lake"})
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description =
          "Where the example lake is, or is to be made. Default: .sluice/example-lake beside the"
              + " launcher.")
  private @Nullable Path lake;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path folder = lake == null ? shell.installation().exampleLake() : lake;
    ExampleLakeProcess.ensure(folder, shell);
    SluiceConfiguration configuration = SluiceConfiguration.builder().lake(folder).build();
    boolean answered;
    try (Sluice sluice = shell.sluices().open(configuration)) {
      answered = new DemoGuide(shell, sluice).walk();
    }
    String option = lake == null ? "" : " --lake " + quoted(lake.toString());
    shell.out().line("\n" + shell.terminal().outStyle().heading("What to try next"));
    DemoTour.NEXT.forEach(
        command ->
            shell.out().line("  " + command.formatted(command.contains("%s") ? option : "")));
    return answered ? 0 : 1;
  }

  private static String quoted(String path) {
    return path.matches("[\\w./:+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
