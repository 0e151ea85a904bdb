package dev.sluice.cli;

import dev.sluice.FileSample;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.doctor.CheckupPage;
import dev.sluice.doctor.LakeCheckup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks the lake over for what has drifted, and cures what the catalog can cure. */
@Command(
    name = "doctor",
    description = {
      "Hold tables, partitions and files against each other: what has drifted, what each engine makes",
      "of it, and what would cure it."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice doctor",
      "  sluice doctor --lake my-lake web.clicks",
      "  sluice doctor --all --format html --output report.html",
      "  sluice doctor --fix",
      "  sluice doctor --config sluice.yaml --undo ~/.local/state/sluice/catalog/TIME",
      "",
      "Exit codes: 0 nothing found that breaks a query, 3 something found (with --fix: something",
      "is left), 1 the lake could not be looked at or written, 2 the command line was wrong,",
      "130 interrupted."
    })
final class DoctorCommand implements Callable<Integer>, Failing {
  /** What a script tells apart from a command that failed. */
  static final int FOUND = 3;

  /** A partition that was registered may need what no other did. */
  private static final int MOST_ROUNDS = 3;

  private static final Duration LONG = Duration.ofDays(1);

  private final Shell shell;

  @Mixin private LakeOptions lake = new LakeOptions();

  @ArgGroup private @Nullable Sample sample;

  /** One of the two, or neither. */
  static final class Sample {
    @Option(
        names = "--sample",
        paramLabel = "N",
        description = "Look into N files of each partition. Default: 1, the newest.")
    private int files = 1;

    @Option(names = "--all", description = "Look into every file.")
    private boolean all;
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.text;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the report to this file, not to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--fix",
      description =
          "Make the cures that change the catalog alone and harm no engine, after showing them"
              + " and asking. What is changed is kept as it was: a lake folder's files beside, as"
              + " NAME.TIME.old, entries of the live catalog in --keep.")
  private boolean fix;

  @Option(
      names = "--undo",
      paramLabel = "KEPT",
      description =
          "Put back what --fix has changed: KEPT is the file or folder that it said. May be given"
              + " several times.")
  private List<Path> undo = List.of();

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Keep entries of the live catalog here as they were. Default: sluice/catalog in"
              + " $XDG_STATE_HOME or ~/.local/state.")
  private @Nullable Path keep;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description =
          "A database, or a table as database.table or its name alone where that is enough.")
  private @Nullable String target;

  @Spec private CommandSpec spec;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    FileSample files = files();
    requireSense();
    SluiceConfiguration configuration = lake.configuration(shell).build();
    try (Sluice sluice = shell.sluices().open(configuration)) {
      Treatment treatment =
          new Treatment(shell, sluice.catalog(), folderToKeep(), new Consent(shell, yes));
      if (!undo.isEmpty()) {
        treatment.undo(undo);
        return 0;
      }
      Examination examination =
          new Examination(shell, sluice, files, configuration.clock().instant());
      LakeCheckup checkup = examination.of(target);
      if (!fix) {
        report(checkup);
        return checkup.isHealthy() ? 0 : FOUND;
      }
      for (int round = 0; round < MOST_ROUNDS && treatment.of(checkup); round++) {
        checkup = examination.of(target);
      }
      report(checkup);
      return checkup.isHealthy() ? 0 : FOUND;
    }
  }

  private void requireSense() {
    boolean changes = fix || !undo.isEmpty();
    if ((yes || keep != null) && !changes) {
      String option = yes ? "--yes" : "--keep";
      throw new ParameterException(spec.commandLine(), option + " is for --fix, and for --undo");
    }
    if (fix && !undo.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--fix and --undo are one after the other, not both at once");
    }
    if (!undo.isEmpty() && (target != null || sample != null || output != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--undo puts back all that was kept, and looks at nothing: it takes no table, sample or"
              + " output");
    }
  }

  private Path folderToKeep() {
    return keep != null ? keep : UserFolders.ofProcess().catalogEntries();
  }

  private FileSample files() {
    if (sample == null) {
      return FileSample.newest(LONG);
    } else if (sample.all) {
      return FileSample.ALL;
    } else if (sample.files < 1) {
      throw new ParameterException(spec.commandLine(), "--sample is at least 1");
    }
    return new FileSample(sample.files, LONG);
  }

  private void report(LakeCheckup checkup) {
    String report =
        switch (format) {
          case text -> new DoctorText(textStyle(), textWidth()).of(checkup);
          case json -> Json.pretty(DoctorJson.of(checkup)) + "\n";
          case html -> CheckupPage.of(checkup);
        };
    if (output == null) {
      shell.out().print(report);
      return;
    }
    shell.interruption().watchWriting();
    try {
      new ReportFile(output).write(report);
    } finally {
      shell.interruption().release();
    }
  }

  private Style textStyle() {
    return output == null ? shell.terminal().outStyle() : Style.PLAIN;
  }

  private int textWidth() {
    return Math.min(110, shell.terminal().width());
  }

  @Override
  public boolean errorsAsJson() {
    return format == ReportFormat.json;
  }

  @Override
  public @Nullable String sql() {
    return null;
  }
}
