package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.ConversionPlan;
import dev.sluice.conversion.ConversionReport;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import dev.sluice.conversion.VacuumReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table's files anew as a table that every engine reads. */
@Command(
    name = "convert",
    description = {
      "Write the files of a table anew as Parquet or ORC, as a table of its own that is kept up: only",
      "partitions whose files have changed since are converted. The source is never written to."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice convert --plan web.ad_events",
      "  sluice convert --where \"datetime >= '2019-03-27'\" web.ad_events",
      "  sluice convert --to web.events_sorted --sort user_id,event_time web.ad_events",
      "  sluice convert --flatten --explode bids --to web.bids web.ad_events",
      "  sluice convert --vacuum --grace 1d web.ad_events_converted",
      "",
      "Run it again whenever partitions arrive, from cron say: it converts what is new, and takes",
      "up what an earlier run has left undone.",
      "",
      "Exit codes: 0 all is converted, 3 partitions failed and stay as they were, 1 nothing could be",
      "converted, 2 the command line was wrong, 130 interrupted: what was finished is published."
    })
final class ConvertCommand implements Callable<Integer>, Failing {
  private static final int SOME_FAILED = 3;
  private static final Duration USUAL_GRACE = Duration.ofDays(1);
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smhd])");

  private final Shell shell;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Only partitions for which this is true: SQL over partition keys alone.")
  private @Nullable String where;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description =
          "The table to make or to keep up, as database.table, or its name alone in the same"
              + " database. Default: the table's name and _converted.")
  private @Nullable String to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.parquet;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      split = ",",
      hideParamSyntax = true,
      description =
          "Sort the rows of each file by these columns, with commas between them: readers then skip"
              + " more.")
  private List<String> sort = List.of();

  @Option(
      names = "--flatten",
      description =
          "Make columns of the fields of structs, their names joined by _: device_os. Which field each"
              + " is stands in its comment.")
  private boolean flatten;

  @Option(
      names = "--explode",
      paramLabel = "PATH",
      description =
          "Make a row of each element of this array, with its position in another column. One inside"
              + " a struct takes --flatten too.")
  private @Nullable String explode;

  @Option(
      names = "--location",
      paramLabel = "DIR",
      description =
          "The folder of a new table's files, an absolute path. Default: beside the source's.")
  private @Nullable String location;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Convert so many partitions at a time. Default: one a processor, at most 8.")
  private int parallel = Math.min(8, Runtime.getRuntime().availableProcessors());

  @Option(names = "--plan", description = "Show what would be read and written, and write nothing.")
  private boolean plan;

  @Option(
      names = "--vacuum",
      description =
          "Convert nothing; of TABLE, which conversion has made, delete files that were replaced or"
              + " left behind.")
  private boolean vacuum;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description =
          "With --vacuum: keep what was replaced within this time, for somebody may be reading it:"
              + " 90m, 12h, 2d. Default: 1d.")
  private @Nullable String grace;

  @Parameters(
      paramLabel = "TABLE",
      description = "A table as database.table, or its name alone where that is enough.")
  private String table = "";

  @Spec private CommandSpec spec;

  /** What tables are converted to. */
  enum Format {
    parquet(TableFormat.PARQUET),
    orc(TableFormat.ORC);

    private final TableFormat format;

    Format(TableFormat format) {
      this.format = format;
    }
  }

  ConvertCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    requireSense();
    SluiceConfiguration configuration = lake.configuration(shell).build();
    try (Sluice sluice = shell.sluices().open(configuration)) {
      TableName name = TableLookup.find(sluice.catalog(), table).name();
      LakeConversion conversion =
          new LakeConversion(sluice, new LocalFolders(), configuration.clock());
      if (vacuum) {
        return vacuum(conversion, name);
      }
      ConversionOrder order = order(name);
      return plan ? plan(conversion, order) : convert(conversion, order);
    }
  }

  private void requireSense() {
    if (grace != null && !vacuum) {
      throw wrong("--grace is for --vacuum");
    } else if (vacuum
        && (plan
            || flatten
            || where != null
            || to != null
            || location != null
            || explode != null)) {
      throw wrong("--vacuum clears a table up, and takes no option of converting one");
    } else if (parallel < 1) {
      throw wrong("--parallel is at least 1");
    } else if (location != null && !location.startsWith("/")) {
      throw wrong("--location is an absolute path, not " + location);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private ConversionOrder order(TableName source) {
    Optional<TableName> target =
        Optional.ofNullable(to)
            .map(
                text -> {
                  int dot = text.lastIndexOf('.');
                  return dot < 0
                      ? new TableName(source.database(), text)
                      : new TableName(text.substring(0, dot), text.substring(dot + 1));
                });
    return new ConversionOrder(
        source,
        Optional.ofNullable(where),
        Optional.empty(),
        target,
        Optional.ofNullable(location),
        format.format,
        sort.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList(),
        flatten,
        Optional.ofNullable(explode));
  }

  private int plan(LakeConversion conversion, ConversionOrder order) {
    shell.interruption().watchThread();
    try (ProgressLine progress = ProgressLine.later(shell)) {
      ConversionPlan planned = conversion.plan(order, progress);
      progress.close();
      shell.out().print(new ConversionText(planned).whole());
      return 0;
    } finally {
      shell.interruption().release();
    }
  }

  private int convert(LakeConversion conversion, ConversionOrder order) {
    shell.interruption().watchThreadThatTidiesUp();
    ConversionReport report;
    try (ProgressLine progress = ProgressLine.on(shell)) {
      report = conversion.run(order, parallel, progress);
    } finally {
      // An interrupt that comes now would find nothing to stop.
      boolean unused = Thread.interrupted();
      shell.interruption().release();
    }
    shell.out().print(new ConversionText(report.plan()).done(report));
    return report.failed().isEmpty() ? 0 : SOME_FAILED;
  }

  private int vacuum(LakeConversion conversion, TableName name) {
    shell.interruption().watchWriting();
    try {
      VacuumReport report = conversion.vacuum(name, graceTime());
      shell.out().print(ConversionText.of(name, report));
      return 0;
    } finally {
      shell.interruption().release();
    }
  }

  private Duration graceTime() {
    if (grace == null) {
      return USUAL_GRACE;
    }
    Matcher time = TIME.matcher(grace);
    if (!time.matches()) {
      throw wrong("--grace is a number and s, m, h or d, such as 12h, not " + grace);
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> throw new SluiceException(ErrorCode.INTERNAL, "No unit of time: " + grace);
    };
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
