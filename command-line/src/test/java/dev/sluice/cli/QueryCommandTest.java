package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType;
import dev.sluice.DataType.Array;
import dev.sluice.DataType.Decimal;
import dev.sluice.DataType.MapOf;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Progress;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.StructValue;
import dev.sluice.results.ValueJson;
import dev.sluice.results.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class QueryCommandTest {
  private static final StructValue PHONE =
      new StructValue(List.of("os", "width"), Arrays.asList("ios \"x\"", null));
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("id", Primitive.BIGINT),
          new ResultColumn("price", new Decimal(20, 2)),
          new ResultColumn("name", Primitive.STRING),
          new ResultColumn("device", Example.DEVICE),
          new ResultColumn("seen", Primitive.TIMESTAMP));

  private final Path lake;
  private final Run run = new Run();

  QueryCommandTest(@TempDir Path lake) {
    this.lake = lake;
  }

  private int query(String... options) {
    String[] args = Arrays.copyOf(new String[] {"query", "--lake=" + lake}, options.length + 3);
    System.arraycopy(options, 0, args, 2, options.length);
    args[args.length - 1] = "SELECT 1";
    return run.execute(args);
  }

  private static ListRows rows() {
    LocalDateTime seen = LocalDateTime.of(2019, 3, 27, 16, 0);
    return new ListRows(
        COLUMNS,
        Stream.of(
            row(1L, new BigDecimal("123456789012345678.90"), "a, \"b\"", PHONE, seen),
            row(20L, null, "", null, seen.plusNanos(1_234_000)),
            row(null, new BigDecimal("0.10"), null, null, null)),
        List.of("device may be incomplete"));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void printsATable() {
    run.answering(plan -> rows());
    assertThat(query()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            +------+-----------------------+--------+---------------------------------+----------------------------+
            |   id |                 price | name   | device                          | seen                       |
            +------+-----------------------+--------+---------------------------------+----------------------------+
            |    1 | 123456789012345678.90 | a, "b" | {"os":"ios \\"x\\"","width":null} | 2019-03-27 16:00:00.000    |
            |   20 |                  NULL |        | NULL                            | 2019-03-27 16:00:00.001234 |
            | NULL |                  0.10 | NULL   | NULL                            | NULL                       |
            +------+-----------------------+--------+---------------------------------+----------------------------+
            """);
  }

  @Test
  void printsTheDecisionAndWarningsOnStandardError() {
    run.answering(plan -> rows());
    query();
    assertThat(run.err())
        .isEqualTo(
            """
            Athena would answer this; it is not configured here, so the embedded Spark does.
            3 rows
            Warning: device may be incomplete
            Warning: Column device is NULL in 2 rows: the value may be NULL, or its text may have been too long for the engine to return
            """);
  }

  @Test
  void printsCsv() {
    run.answering(plan -> rows());
    query("--format", "csv");
    assertThat(run.out().replace('"', '\''))
        .isEqualTo(
            """
            id,price,name,device,seen
            1,123456789012345678.90,'a, ''b\'\'\','{''os'':''ios \\''x\\'\'\'\',''width'':null}',2019-03-27 16:00:00.000
            20,,\'\',,2019-03-27 16:00:00.001234
            ,0.10,,,
            """);
  }

  @Test
  void printsJson() {
    run.answering(plan -> rows());
    query("--format", "json");
    assertThat(run.out())
        .isEqualTo(
            """
            [
            {"id":1,"price":123456789012345678.90,"name":"a, \\"b\\"","device":{"os":"ios \\"x\\"",\
            "width":null},"seen":"2019-03-27 16:00:00.000"},
            {"id":20,"price":null,"name":"","device":null,"seen":"2019-03-27 16:00:00.001234"},
            {"id":null,"price":0.10,"name":null,"device":null,"seen":null}
            ]
            """);
  }

  @Test
  void printsJsonLines() {
    run.answering(plan -> Run.oneRow());
    query("--format", "JSONL");
    assertThat(run.out()).isEqualTo("{\"os\":\"ios\",\"n\":3}\n");
  }

  @Test
  void noRowsAreAnEmptyArrayAndAnEmptyTable() {
    run.answering(plan -> new ListRows(COLUMNS.subList(0, 1), Stream.of(), List.of()));
    query("--format", "json");
    query("--format", "table");
    assertThat(run.out()).isEqualTo("[]\n+----+\n| id |\n+----+\n+----+\n");
  }

  private String json(DataType type, Object value) {
    run.answering(List.of(new ResultColumn("v", type)), row(value));
    query("--format", "jsonl");
    return run.out().strip();
  }

  @Test
  void mapsBecomeObjectsWithKeysAsText() {
    DataType type = new MapOf(Primitive.BIGINT, new Array(Primitive.BOOLEAN));
    assertThat(json(type, Map.of(7L, Arrays.asList(true, null))))
        .isEqualTo("{\"v\":{\"7\":[true,null]}}");
  }

  @Test
  void mapsMayHaveNestedKeys() {
    assertThat(json(new MapOf(Example.DEVICE, Primitive.INTEGER), Map.of(PHONE, 1)))
        .isEqualTo("{\"v\":{\"{\\\"os\\\":\\\"ios \\\\\\\"x\\\\\\\"\\\",\\\"width\\\":null}\":1}}");
  }

  @Test
  void binaryIsBase64InJsonAndHexInCells() {
    byte[] bytes = {0, (byte) 0xff};
    assertThat(json(Primitive.BINARY, bytes)).isEqualTo("{\"v\":\"AP8=\"}");
    assertThat(ValueText.of(bytes)).isEqualTo("00ff");
  }

  @Test
  void datesAndZonesAreText() {
    OffsetDateTime moment = OffsetDateTime.of(2019, 3, 27, 16, 0, 0, 0, ZoneOffset.UTC);
    assertThat(ValueText.of(LocalDate.of(2019, 3, 27))).isEqualTo("2019-03-27");
    assertThat(ValueText.of(moment)).isEqualTo("2019-03-27 16:00:00.000+00:00");
    assertThat(ValueText.of(moment.withOffsetSameLocal(ZoneOffset.ofHours(2))))
        .isEqualTo("2019-03-27 16:00:00.000+02:00");
  }

  @Test
  void numbersThatJsonLacksAreText() {
    assertThat(ValueJson.text(List.of(Double.NaN, Float.POSITIVE_INFINITY, 1.5, 1.1f)))
        .isEqualTo("[\"NaN\",\"Infinity\",1.5,1.1]");
  }

  @Test
  void decimalsKeepEveryDigit() {
    assertThat(ValueJson.text(new BigDecimal("1E+5").setScale(3))).isEqualTo("100000.000");
    assertThat(ValueText.of(new BigDecimal("0.0000000001"))).isEqualTo("0.0000000001");
  }

  @Test
  void columnsOfOneNameStayApartInJson() {
    List<ResultColumn> columns =
        Stream.of("a", "a", "a_2", "a").map(n -> new ResultColumn(n, Primitive.INTEGER)).toList();
    run.answering(columns, row(1, 2, 3, 4));
    query("--format", "jsonl");
    assertThat(run.out()).isEqualTo("{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}\n");
  }

  @Test
  void controlCharactersCannotReachATerminalThroughATable() {
    List<ResultColumn> columns = List.of(new ResultColumn("a", Primitive.STRING));
    run.answering(columns, row("x\ny\t\u001b[31m"));
    query();
    assertThat(run.out()).contains("| x\\ny\\t\\u001b[31m |");
  }

  @Test
  void aTableFitsATerminal() {
    String wide = "{\"key\":\"" + "word ".repeat(60) + "\"}";
    List<ResultColumn> columns =
        List.of(new ResultColumn("id", Primitive.BIGINT), new ResultColumn("a", Primitive.STRING));
    run.on(new Terminal(true, false, false, 80)).answering(columns, row(1L, wide));
    query();
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSize(80));
  }

  @Test
  void aLongTableIsPrintedInPagesOfTheSameWidths() {
    List<ResultColumn> columns =
        List.of(
            new ResultColumn("n", Primitive.INTEGER), new ResultColumn("text", Primitive.STRING));
    run.answering(
        plan ->
            new ListRows(
                columns,
                IntStream.range(0, 25_000)
                    .mapToObj(i -> List.of(i, i == 10_000 ? "too long" : "x")),
                List.of()));
    query();
    List<String> lines = run.out().lines().toList();
    // One text is too long for its column and goes on in a second line.
    assertThat(lines).hasSize(25_000 + 1 + 4);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(lines.get(0).length()));
    assertThat(lines.stream().filter(line -> line.startsWith("+"))).hasSize(3);
    assertThat(run.err()).contains("25000 rows");
  }

  @Test
  void progressShowsOnATerminalOnly() {
    run.answering(plan -> rows());
    query();
    assertThat(run.err()).doesNotContain("starting", "reading");
    Run watched = new Run().on(new Terminal(false, true, false, 80));
    watched.execute("query", "--lake=" + lake, "SELECT 1");
    assertThat(watched.err()).contains("reading", "1/4");
  }

  private static Stream<List<@Nullable Object>> failingAfter(int rows) {
    return IntStream.rangeClosed(1, rows + 1)
        .mapToObj(
            i -> {
              if (i > rows) {
                throw new SluiceException(ErrorCode.ENGINE_FAILED, "Spark was lost");
              }
              return List.of((long) i);
            });
  }

  @Test
  void aFailureBeforeTheFirstRowIsAJsonError() {
    run.answering(plan -> new ListRows(COLUMNS.subList(0, 1), failingAfter(0), List.of()));
    assertThat(query("--format", "json")).isEqualTo(1);
    assertThat(run.out()).startsWith("{\"error\":{\"code\":\"ENGINE_FAILED\"");
  }

  @Test
  void aFailureAmongRowsLeavesTheArrayOpen() {
    run.answering(plan -> new ListRows(COLUMNS.subList(0, 1), failingAfter(2), List.of()));
    assertThat(query("--format", "json")).isEqualTo(1);
    assertThat(run.out()).isEqualTo("[\n{\"id\":1},\n{\"id\":2}");
    assertThat(run.err()).contains("Error: Spark was lost");
  }

  @Test
  void aReaderThatHasGoneEndsTheQueryQuietly() {
    ListRows endless =
        new ListRows(COLUMNS.subList(0, 1), Stream.generate(() -> List.of(1L)), List.of());
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    run.answering(plan -> endless).writingTo(broken);
    assertThat(query("--format", "jsonl")).isZero();
    assertThat(endless.closed).isTrue();
    assertThat(run.err()).doesNotContain("Broken");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsAnError() {
    ListRows endless =
        new ListRows(COLUMNS.subList(0, 1), Stream.generate(() -> List.of(1L)), List.of());
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    run.answering(plan -> endless).writingTo(full);
    assertThat(query("--format", "json")).isEqualTo(1);
    assertThat(endless.closed).isTrue();
    assertThat(run.err())
        .containsOnlyOnce("Error: Standard output cannot be written: No space left on device\n");
  }

  @Test
  void whatIsWrittenAtTheEndCanFailToo() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(run.writingTo(full).execute("matrix")).isEqualTo(1);
    assertThat(run.err()).containsOnlyOnce("No space left on device");
  }

  @Test
  void anInterruptCancelsTheQuery() {
    ListRows endless =
        new ListRows(
            COLUMNS.subList(0, 1),
            Stream.generate(() -> List.<@Nullable Object>of(1L)).peek(row -> interrupt()),
            List.of());
    run.interruption.finished();
    run.answering(plan -> endless);
    assertThat(query("--format", "jsonl")).isEqualTo(130);
    assertThat(endless.cancelled).isTrue();
    assertThat(endless.closed).isTrue();
    assertThat(run.err()).endsWith("Cancelled.\n");
  }

  private void interrupt() {
    run.interruption.interrupt();
  }

  @Test
  void outputIsUtf8() {
    run.answering(List.of(new ResultColumn("a", Primitive.STRING)), row("grüße €"));
    query("--format", "csv");
    assertThat(run.out().getBytes(StandardCharsets.UTF_8)).hasSize("a\ngrüße €\n".length() + 4);
  }

  @Test
  void saysHowManyFilesAreLookedIntoOnceThatTakesLongerThanASecond() {
    run.on(new Terminal(false, true, false, 100));
    long started = System.nanoTime();
    run.telling(
        listener -> {
          while (!run.err().contains("3/72 web.clicks: reading files")) {
            listener.progressed(new Progress("web.clicks: reading files", 3, 72));
          }
          assertThat(System.nanoTime() - started).isGreaterThan(1_000_000_000L);
        });
    assertThat(query()).isZero();
  }

  @Test
  void saysNothingOfShortLooksAndNothingWhereNobodyWatches() {
    run.telling(listener -> listener.progressed(new Progress("web.clicks: reading files", 3, 72)));
    for (Terminal terminal : List.of(Terminal.NONE, new Terminal(false, true, false, 100))) {
      run.on(terminal);
      assertThat(query()).isZero();
      assertThat(run.err()).doesNotContain("reading files");
    }
  }

  @Test
  void endsAtOnceWhenInterruptedWhileFilesAreLookedInto() {
    run.interruption.finished();
    run.telling(
        listener -> {
          run.interruption.interrupt();
          assertThat(Thread.interrupted()).isTrue();
          throw new SluiceException(ErrorCode.CANCELLED, "Looking into files was interrupted");
        });
    assertThat(query()).isEqualTo(Interruption.EXIT_CODE);
    assertThat(run.err()).isEqualTo("Cancelled.\n");
  }
}
