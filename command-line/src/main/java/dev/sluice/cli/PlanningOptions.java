package dev.sluice.cli;

import dev.sluice.ByteSize;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Fallback;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code query} and {@code explain} have in common: lake, policy and SQL. */
final class PlanningOptions {
  private static final String MARK = "\0";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MOST_BYTES = 16 << 20;

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

  @Option(
      names = "--require-partition-filter",
      description = "Refuse a query that would read every partition of a table.")
  private boolean requirePartitionFilter;

  @Option(
      names = "--fallback",
      paramLabel = "off|query|convert",
      hideParamSyntax = true,
      description =
          "Where only Spark can answer: refuse, have it answer (the default), or convert the"
              + " partitions that the query reads, where another engine could answer from those.")
  private @Nullable String fallback;

  @Option(
      names = "--convert-at-most",
      paramLabel = "SIZE",
      description =
          "With --fallback convert: so many bytes of a table's files, as 500MB or 2TB. Default:"
              + " 10GB.")
  private @Nullable String convertAtMost;

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description =
          "Lay this file over the capability matrix: corrections of cells, functions of your own.")
  private @Nullable Path matrix;

  @Option(
      names = "--limit",
      paramLabel = "NAME=NUMBER",
      hideParamSyntax = true,
      description =
          "How large the query may be: characters, tokens or depth (of nesting), as in"
              + " --limit depth=500. May be given several times.")
  private Map<String, String> limits = Map.of();

  @Option(
      names = "--param",
      paramLabel = "VALUE",
      hideParamSyntax = true,
      description =
          "The value of a ? in the query: one option for each, in their order, written without"
              + " quotes, as in --param 2019-03-27 --param 12.5.")
  private List<String> values = List.of();

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
    if (requirePartitionFilter) {
      builder.requirePartitionFilter(true);
    }
    if (fallback != null) {
      builder.fallback(Fallback.of("--fallback", fallback));
    }
    if (convertAtMost != null) {
      builder.convertAtMost(ByteSize.of("--convert-at-most", convertAtMost));
    }
    if (matrix != null) {
      builder.matrixOverlay(matrix);
    }
    limits.forEach(builder::limit);
    return builder.build();
  }

  /** The text of the query; reads standard input the first time when that was asked for. */
  String sql(Shell shell) {
    if (read == null) {
      String given = sql.startsWith(MARK) ? sql.substring(MARK.length()) : sql;
      read = given.equals("-") ? standardInput(shell) : given;
    }
    return read;
  }

  /**
   * Plans the query; its parameters' types say how their values are read. Shows how far it is where
   * that takes longer than a moment.
   */
  Plan plan(Sluice sluice, Shell shell, PlanOptions policy) {
    shell.interruption().watchThread();
    try (ProgressLine progress = ProgressLine.later(shell)) {
      List<@Nullable Object> parameters = List.of();
      if (!values.isEmpty()) {
        Plan plan = sluice.plan(sql(shell), policy.withInspectFiles(false));
        parameters = ParameterText.read(values, plan.parameters());
      }
      return sluice.plan(sql(shell), parameters, policy, progress);
    } finally {
      shell.interruption().release();
    }
  }

  /** The text of the query as far as it is known already. */
  @Nullable String sqlIfRead() {
    return read;
  }

  /**
   * The arguments, with a mark before a query that begins with a comment: two dashes would make it
   * an option. No argument of a process can hold the mark itself.
   */
  static String[] marked(String... args) {
    return Arrays.stream(args)
        .map(arg -> arg.matches("(?s)--[^=]*\\s.*") ? MARK + arg : arg)
        .toArray(String[]::new);
  }

  /** Read strictly: a text in another encoding would ask for other values than its author meant. */
  private static String standardInput(Shell shell) {
    try {
      byte[] bytes = shell.in().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new SluiceException(
            ErrorCode.QUERY_TOO_LARGE,
            "Standard input holds more than " + (MOST_BYTES >> 20) + " MiB, which is no query");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new SluiceException(
          ErrorCode.SYNTAX_ERROR, "Standard input is not text in UTF-8, which queries are read in");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
