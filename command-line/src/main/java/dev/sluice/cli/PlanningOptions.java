package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code query} and {@code explain} have in common: lake, policy and SQL. */
final class PlanningOptions {
  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--prefer",
      paramLabel = "ENGINE",
      split = ",",
      converter = EngineNameConverter.class,
      hideParamSyntax = true,
      description =
          "Try this engine first: athena, spectrum or spark. May be given several times or with"
              + " commas, best first.")
  private List<EngineName> prefer = List.of();

  @Option(
      names = "--strict",
      description = "Refuse engines that could answer differently for certain data.")
  private boolean strict;

  @Parameters(
      paramLabel = "SQL|-",
      arity = "1",
      description = "The query, or - to read it from standard input.")
  private String sql = "";

  private @Nullable String read;

  SluiceConfiguration configuration(Shell shell) {
    SluiceConfiguration.Builder builder = lake.configuration(shell);
    if (!prefer.isEmpty()) {
      builder.prefer(prefer);
    }
    if (strict) {
      builder.strict(true);
    }
    return builder.build();
  }

  /** The text of the query; reads standard input the first time when that was asked for. */
  String sql(Shell shell) {
    if (read == null) {
      read = sql.equals("-") ? standardInput(shell) : sql;
    }
    return read;
  }

  /** The text of the query as far as it is known already. */
  @Nullable String sqlIfRead() {
    return read;
  }

  private static String standardInput(Shell shell) {
    try {
      return new String(shell.in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
