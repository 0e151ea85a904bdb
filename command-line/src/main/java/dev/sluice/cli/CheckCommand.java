package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.CheckResult;
import dev.sluice.CheckResult.Outcome;
import dev.sluice.EngineName;
import dev.sluice.Sluice;
import dev.sluice.configuration.EngineNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries each part of a configuration, and says what is wrong and how to mend it. */
@Command(
    name = "check",
    description = {
      "Try each part of a configuration: the catalog, and each engine that is set up. Says who calls,",
      "which databases each engine sees, and what is wrong and how to mend it. Costs what a query for",
      "one row costs on each engine."
    },
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice check --config sluice.yaml",
      "  sluice check --config sluice.yaml --format json",
      "",
      "Exit codes: 0 all that is set up works, 3 something does not, 1 the configuration cannot be",
      "opened, 2 the command line was wrong, 130 interrupted."
    })
final class CheckCommand implements Callable<Integer>, Failing {
  private final Shell shell;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private DocumentFormat format = DocumentFormat.text;

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<CheckResult> results = new ArrayList<>();
    try (Sluice sluice = shell.sluices().open(lake.configuration(shell).build())) {
      shell.interruption().watchThread();
      check(sluice, results);
    } finally {
      shell.interruption().release();
    }
    shell.interruption().requireNone();
    List<String> missing = missing(results);
    switch (format) {
      case text -> missing.forEach(name -> line("-", name, "is not set up: docs/configuration.md"));
      case json -> shell.out().print(Json.pretty(json(results, missing)) + "\n");
    }
    boolean bad = results.stream().anyMatch(result -> result.outcome() == Outcome.BAD);
    return bad ? DoctorCommand.FOUND : 0;
  }

  /** Each result is shown as it comes, for engines may take their time. */
  private void check(Sluice sluice, List<CheckResult> results) {
    ProgressLine[] line = {ProgressLine.later(shell)};
    try {
      sluice.check(
          result -> {
            line[0].close();
            line[0] = ProgressLine.later(shell);
            results.add(result);
            if (format == DocumentFormat.text) {
              print(result);
            }
          },
          progress -> line[0].progressed(progress));
    } finally {
      line[0].close();
    }
  }

  private void print(CheckResult result) {
    Style style = shell.terminal().outStyle();
    String mark =
        switch (result.outcome()) {
          case GOOD -> style.good("ok");
          case DOUBTFUL -> style.warning("??");
          case BAD -> style.error("NO");
        };
    line(mark, result.part(), result.what() + ": " + result.said());
    if (result.cure() != null) {
      shell.out().print("              " + result.cure() + "\n");
    }
    shell.out().flush();
  }

  private void line(String mark, String part, String text) {
    shell.out().print((mark.equals("-") ? "- " : mark) + "  %-9s %s\n".formatted(part, text));
  }

  private static List<String> missing(List<CheckResult> results) {
    return EngineNames.known().stream()
        .map(EngineName::value)
        .filter(name -> results.stream().noneMatch(result -> result.part().equals(name)))
        .toList();
  }

  private static ArrayNode json(List<CheckResult> results, List<String> missing) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (CheckResult result : results) {
      all.addObject()
          .put("part", result.part())
          .put("what", result.what())
          .put("outcome", result.outcome().name().toLowerCase(Locale.ROOT))
          .put("said", result.said())
          .put("cure", result.cure());
    }
    for (String name : missing) {
      all.addObject().put("part", name).put("outcome", "not set up");
    }
    return all;
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
