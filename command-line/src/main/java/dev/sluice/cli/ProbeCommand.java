package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.configuration.ConfigurationFile;
import dev.sluice.configuration.EngineNames;
import dev.sluice.matrix.Capability;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.ProbeReport;
import dev.sluice.probe.ProbeRun;
import dev.sluice.probe.Probes;
import dev.sluice.probe.WrittenLake;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the matrix against the engines of an account. */
@Command(
    name = "probe",
    description = {
      "Ask your own engines what the capability matrix says of them, over a small lake that is",
      "written for it and removed again; print where the matrix is wrong, as a file for --matrix."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice probe --config sluice.yaml --location s3://BUCKET/PREFIX/ --database scratch"
          + " --dry-run",
      "  sluice probe --config sluice.yaml --location s3://BUCKET/PREFIX/ --database scratch \\",
      "      --engine athena --output our-account.yaml",
      "",
      "Exit codes: 0 the matrix is right as far as it was probed, 3 it is not, 1 nothing could be",
      "asked, or something was left behind, 2 the command line was wrong, 130 interrupted."
    })
final class ProbeCommand implements Callable<Integer>, Failing {
  private static final int LETTERS = 8;

  private final Shell shell;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The YAML file that says who calls AWS, and names the engines.")
  private Path config = Path.of("");

  @Option(
      names = "--location",
      paramLabel = "S3",
      required = true,
      description = "s3://BUCKET/PREFIX/: the lake gets a folder of its own below it.")
  private String location = "";

  @Option(
      names = "--database",
      paramLabel = "DB",
      required = true,
      description =
          "The Glue database that gets its tables, named sluice_probe_…; for Redshift one that an"
              + " external schema shows.")
  private String database = "";

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      split = ",",
      converter = EngineNameConverter.class,
      hideParamSyntax = true,
      description =
          "Only this engine. May be given several times or with commas. Default: those that FILE"
              + " has settings for.")
  private List<EngineName> engines = List.of();

  @Option(
      names = "--capability",
      paramLabel = "NAME",
      split = ",",
      converter = CapabilityConverter.class,
      hideParamSyntax = true,
      description = "Only this capability. May be given several times or with commas.")
  private List<Capability> capabilities = List.of();

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description = "Hold the engines against the matrix with this file laid over it.")
  private @Nullable Path matrix;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result to this file, not to standard output.")
  private @Nullable Path output;

  @Option(names = "--keep", description = "Do not remove the lake.")
  private boolean keep;

  @Option(
      names = "--dry-run",
      description = "Write nothing and ask nobody: list what would be written and asked.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private boolean leftBehind;

  ProbeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (!location.matches("s3://[^/]+(/.*)?")) {
      throw new ParameterException(
          spec.commandLine(), "--location is s3://BUCKET/PREFIX/, not '" + location + "'");
    }
    SluiceConfiguration configuration = configuration();
    List<EngineName> asked = asked(configuration);
    Lake lake = ProbeLake.of(location, database, run());
    Probes probes = Probes.shipped();
    try (Sluice sluice = shell.sluices().open(configuration)) {
      ProbeRun run = new ProbeRun(sluice, lake, configuration, asked, probes, capabilities);
      Map<Capability, String> notProbed = new TreeMap<>(probes.notProbed());
      notProbed.keySet().removeIf(one -> !capabilities.isEmpty() && !capabilities.contains(one));
      if (dryRun) {
        shell.out().print(ProbeText.planned(lake, run, asked, notProbed));
        return 0;
      }
      List<Judgement> judgements = judge(configuration, lake, run, asked);
      LocalDate today = configuration.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
      print(ProbeReport.of(judgements, notProbed, today));
      if (leftBehind) {
        return 1;
      }
      return judgements.stream().anyMatch(one -> one.outcome().isDifferent())
          ? DoctorCommand.FOUND
          : 0;
    }
  }

  private SluiceConfiguration configuration() {
    SluiceConfiguration.Builder configuration = ConfigurationFile.read(config);
    if (matrix != null) {
      configuration.matrixOverlay(matrix);
    }
    return configuration.build();
  }

  private List<EngineName> asked(SluiceConfiguration configuration) {
    List<EngineName> asked =
        EngineNames.known().stream()
            .filter((engines.isEmpty() ? configuration.engines() : engines)::contains)
            .toList();
    if (asked.isEmpty()) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          config + " has settings for no engine, so there is none to ask; name one with --engine");
    }
    return asked;
  }

  /** What tells this run's lake from that of any other. */
  private static String run() {
    SecureRandom random = new SecureRandom();
    StringBuilder letters = new StringBuilder();
    random.ints(LETTERS, 0, 26).forEach(number -> letters.append((char) ('a' + number)));
    return letters.toString();
  }

  private List<Judgement> judge(
      SluiceConfiguration configuration, Lake lake, ProbeRun run, List<EngineName> asked) {
    shell.interruption().watchThreadThatTidiesUp();
    try (ProgressLine line = ProgressLine.on(shell);
        WrittenLake written = WrittenLake.of(lake, configuration)) {
      Map<EngineName, String> absent = run.absent();
      if (absent.size() == asked.size()) {
        throw new SluiceException(
            ErrorCode.ENGINE_UNAVAILABLE,
            "No engine answers: " + String.join("; ", absent.values()));
      }
      try {
        shell.interruption().requireNone();
        written.write(line);
        return run.judge(line);
      } finally {
        line.close();
        tidyUp(lake, written);
      }
    } finally {
      shell.interruption().release();
    }
  }

  private void tidyUp(Lake lake, WrittenLake written) {
    if (keep) {
      shell
          .err()
          .println("Kept: " + lake.folder() + "/ and the tables " + lake.table("*") + " of Glue");
      return;
    }
    List<String> left = written.remove();
    if (!left.isEmpty()) {
      leftBehind = true;
      // Said here, for whatever else went wrong is not to hide it.
      shell
          .err()
          .println(
              "What the probe wrote could not all be removed; please remove it:\n  "
                  + String.join("\n  ", left));
    }
  }

  private void print(String report) {
    if (output == null) {
      shell.out().print(report);
    } else {
      new ReportFile(output).write(report);
      shell.err().println("Written to " + output);
    }
  }

  @Override
  public boolean errorsAsJson() {
    return false;
  }

  @Override
  public @Nullable String sql() {
    return null;
  }
}
