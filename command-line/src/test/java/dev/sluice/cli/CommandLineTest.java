package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  private final Path lake;
  private final Run run = new Run();

  CommandLineTest(@TempDir Path lake) {
    this.lake = lake;
  }

  private static Plan fail(ErrorCode code, String message, SqlPosition position) {
    throw new SluiceException(code, message, position);
  }

  private static Plan unknownColumn() {
    return fail(
        ErrorCode.COLUMN_NOT_FOUND, "Column devce not found; did you mean device?", at(2, 8));
  }

  private static SqlPosition at(int line, int column) {
    return new SqlPosition(line, column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "query", "explain", "matrix", "tables"})
  void helpOfEachCommandHasExamples(String command) {
    assertThat(run.execute(command, "--help")).isZero();
    assertThat(run.out())
        .startsWith("Usage: sluice " + command)
        .contains("Examples:\n  sluice " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpListsTheCommands() {
    assertThat(run.execute("--help")).isZero();
    assertThat(run.out()).contains("  demo ", "  query ", "  explain ", "  matrix ", "  tables ");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(run.execute()).isEqualTo(2);
    assertThat(run.err()).startsWith("Error: Missing command").contains("sluice --help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownOptionIsAUsageErrorWithTheNearest() {
    assertThat(run.execute("query", "--lake", lake.toString(), "--strct", "SELECT 1")).isEqualTo(2);
    assertThat(run.err()).contains("--strct", "--strict", "Try 'sluice query --help'.");
  }

  @Test
  void aMissingQueryIsAUsageError() {
    assertThat(run.execute("explain", "--lake", lake.toString())).isEqualTo(2);
    assertThat(run.err()).contains("SQL|-");
  }

  @Test
  void lakeAndConfigExcludeEachOther() {
    assertThat(run.execute("query", "--lake", "a", "--config", "b", "SELECT 1")).isEqualTo(2);
    assertThat(run.err()).contains("mutually exclusive");
  }

  @Test
  void anUnknownFormatIsAUsageErrorThatListsTheKnown() {
    assertThat(run.execute("query", "--format", "xml", "SELECT 1")).isEqualTo(2);
    assertThat(run.err()).contains("table, json, jsonl, csv");
  }

  @Test
  void anUnknownEngineIsAUsageErrorThatListsTheKnown() {
    assertThat(run.execute("query", "--prefer", "presto", "SELECT 1")).isEqualTo(2);
    assertThat(run.err()).contains("'presto' is no engine", "athena", "spectrum", "spark");
  }

  @Test
  void preferMayRepeatAndHoldCommas() {
    int code =
        run.execute(
            "explain",
            "--lake=" + lake,
            "--prefer",
            "spark,Athena",
            "--prefer=spectrum",
            "--strict",
            "SELECT 1");
    assertThat(code).isZero();
    assertThat(run.planned)
        .containsExactly(
            new PlanOptions(List.of(Example.SPARK, Example.ATHENA, Example.SPECTRUM), true)
                .withAnswerAlone(true));
  }

  @Test
  void limitsMayBeGivenOneByOne() {
    int code =
        run.execute(
            "explain", "--lake=" + lake, "--limit", "depth=500", "--limit=tokens=7", "SELECT 1");
    assertThat(code).isZero();
    assertThat(run.configuration.limits())
        .isEqualTo(new QueryLimits(QueryLimits.DEFAULT.characters(), 7, 500));
    assertThat(run.execute("query", "--lake=" + lake, "--limit", "dept=3", "SELECT 1")).isOne();
    assertThat(run.err()).contains("unknown limit 'limits.dept'; did you mean depth?");
  }

  @Test
  void aDashReadsTheQueryFromStandardInput() {
    assertThat(run.reading("SELECT 'ü'\n").execute("query", "--lake", lake.toString(), "-"))
        .isZero();
    assertThat(run.sqls).containsExactly("SELECT 'ü'\n");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheQuery() {
    run.reading("\uFEFFSELECT 1").execute("explain", "--lake", lake.toString(), "-");
    assertThat(run.sqls).containsExactly("SELECT 1");
  }

  @Test
  void standardInputInAnotherEncodingIsRefused() {
    byte[] latin1 = "SELECT 'grün'".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run.reading(latin1).execute("explain", "--lake", lake.toString(), "-")).isOne();
    assertThat(run.err()).startsWith("Error: Standard input is not text in UTF-8");
    assertThat(run.sqls).isEmpty();
  }

  @Test
  void endlessStandardInputIsRefused() {
    byte[] endless = new byte[(16 << 20) + 1];
    assertThat(run.reading(endless).execute("explain", "--lake", lake.toString(), "-")).isOne();
    assertThat(run.err()).contains("more than 16 MiB");
  }

  @Test
  void aPartitionFilterCanBeAskedFor() {
    run.execute("explain", "--lake", lake.toString(), "--require-partition-filter", "SELECT 1");
    assertThat(run.planned)
        .containsExactly(
            PlanOptions.DEFAULT.withRequirePartitionFilter(true).withAnswerAlone(true));
  }

  @Test
  void aQueryMayBeginWithAComment() {
    String sql = "-- of today\nSELECT 1";
    assertThat(run.execute("explain", "--lake", lake.toString(), sql, "--strict")).isZero();
    assertThat(run.sqls).containsExactly(sql);
    assertThat(run.planned).containsExactly(new PlanOptions(List.of(), true).withAnswerAlone(true));
  }

  @Test
  void aQueryNamesNoFileOfArguments() throws Exception {
    Path file = Files.writeString(lake.resolve("arguments"), "--help");
    run.execute("explain", "--lake", lake.toString(), "@" + file);
    assertThat(run.sqls).containsExactly("@" + file);
  }

  @Test
  void withoutALakeTheErrorSaysWhatToDo() {
    assertThat(run.in(lake).execute("query", "SELECT 1")).isEqualTo(1);
    assertThat(run.err()).contains("--lake DIR", "--config FILE", "sluice demo");
  }

  @Test
  void theExampleLakeIsTheDefault() throws Exception {
    Path example = Files.createDirectories(lake.resolve(".sluice/example-lake/catalog"));
    assertThat(run.in(lake).execute("query", "SELECT 1")).isZero();
    assertThat(run.configuration.lake()).contains(example.getParent());
  }

  @Test
  void aLakeThatIsNotThereIsAnError() {
    assertThat(run.execute("query", "--lake", lake.resolve("none").toString(), "SELECT 1"))
        .isEqualTo(1);
    assertThat(run.err()).contains("No lake folder at " + lake.resolve("none"));
  }

  @Test
  void anErrorShowsTheLineWithACaret() {
    String sql = "SELECT 1,\n       devce\nFROM t";
    run.planning(text -> unknownColumn());
    assertThat(run.execute("query", "--lake", lake.toString(), sql)).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            Error: Column devce not found; did you mean device?

              2 |        devce
                |        ^
            """);
  }

  @Test
  void aLongLineIsShownAroundThePlace() {
    String sql = "SELECT " + "a, ".repeat(200) + "b FROM t";
    run.planning(text -> fail(ErrorCode.COLUMN_NOT_FOUND, "No b", at(1, 608)));
    run.execute("query", "--lake", lake.toString(), sql);
    List<String> lines = run.err().lines().toList();
    assertThat(lines.get(2)).hasSizeLessThan(101).startsWith("  1 | …");
    assertThat(lines.get(2).charAt(lines.get(3).indexOf('^'))).isEqualTo('b');
  }

  @Test
  void withJsonAnErrorIsAnObjectOnStandardOutput() {
    run.planning(text -> unknownColumn());
    assertThat(run.execute("explain", "--lake", lake.toString(), "--format", "json", "SELECT"))
        .isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            {"error":{"code":"COLUMN_NOT_FOUND","message":"Column devce not found; did you mean \
            device?","line":2,"position":8}}
            """);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withJsonAnErrorWithoutAPlaceHasNulls() {
    assertThat(run.in(lake).execute("query", "--format", "json", "SELECT 1")).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"error\":{\"code\":\"CONFIGURATION_INVALID\"")
        .endsWith("\"line\":null,\"position\":null}}\n");
  }

  @Test
  void aDefectIsAnErrorWithoutAStackTrace() {
    run.planning(
        text -> {
          throw new IllegalStateException("broken");
        });
    assertThat(run.execute("query", "--lake", lake.toString(), "SELECT 1")).isEqualTo(1);
    assertThat(run.err()).startsWith("Error: Sluice failed unexpectedly").contains("broken");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorOfJavaIsAMessageToo(Error error, String message) {
    run.planning(failing(error));
    assertThat(run.execute("query", "--lake", lake.toString(), "SELECT 1")).isEqualTo(1);
    assertThat(run.err()).startsWith("Error: ").contains(message).doesNotContain("\tat ");

    Run json = new Run().planning(failing(error));
    assertThat(json.execute("explain", "--format=json", "--lake=" + lake, "SELECT 1")).isOne();
    assertThat(json.out()).startsWith("{\"error\":{\"code\":\"INTERNAL\"").contains(message);
    assertThat(json.err()).isEmpty();

    Run verbose = new Run().planning(failing(error));
    verbose.execute("query", "--verbose", "--lake", lake.toString(), "SELECT 1");
    assertThat(verbose.err()).contains(message, "\tat dev.sluice.cli");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments(new ServiceConfigurationError("no such dialect"), "no such dialect"),
        arguments(new NoClassDefFoundError("x/Y"), "x/Y"),
        arguments(new StackOverflowError(), "StackOverflowError"),
        arguments(new OutOfMemoryError("Java heap space"), "out of memory (Java heap space)"));
  }

  private static Function<String, Plan> failing(Error error) {
    return sql -> {
      throw error;
    };
  }

  @Test
  void verboseShowsTheStackTrace() {
    run.planning(text -> unknownColumn());
    assertThat(run.execute("query", "--verbose", "--lake", lake.toString(), "x")).isEqualTo(1);
    assertThat(run.err()).contains("\tat dev.sluice.cli");
  }

  @Test
  void aRefusedQueryNamesEachEngine() {
    run.planning(Example::refusedPlan);
    assertThat(run.execute("query", "--lake", lake.toString(), "SELECT magic()")).isEqualTo(1);
    assertThat(run.err())
        .contains("No engine can answer this.")
        .contains("athena: It has no magic.", "spectrum: It", "spark: It")
        .contains("1 | SELECT magic()\n    |        ^");
  }

  @Test
  void coloursShowOnATerminalUnlessNotWanted() {
    run.on(new Terminal(true, true, true, 100)).execute("explain", "--lake=" + lake, "SELECT 1");
    assertThat(run.out()).contains("\u001b[");
    Run plain = new Run().on(new Terminal(true, true, false, 100));
    plain.execute("query", "--lake=" + lake, "SELECT 1");
    assertThat(plain.out() + plain.err()).doesNotContain("\u001b[1", "\u001b[2;", "\u001b[3");
  }

  @Test
  void theEnvironmentCanForbidColours() {
    Stream.of("out,err", "out", "err")
        .forEach(
            attached -> {
              var env = java.util.Map.of("NO_COLOR", "1", "TERM", "xterm");
              assertThat(Terminal.of(attached, "80", env).outStyle().on()).isFalse();
              assertThat(Terminal.of(attached, "80", env).errStyle().on()).isFalse();
            });
    Terminal terminal = Terminal.of("err", "80", java.util.Map.of("TERM", "xterm"));
    assertThat(terminal.outStyle().on()).isFalse();
    assertThat(terminal.errStyle().on()).isTrue();
  }
}
