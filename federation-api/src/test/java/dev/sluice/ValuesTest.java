package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  @Test
  void textIsOrderedByItsBytesInUtf8() {
    List<String> values =
        List.of("", " ", "a", "a ", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "\uDBFF\uDFFF");
    for (String left : values) {
      for (String right : values) {
        int bytes =
            Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(KeyRanges.compare(left, right)))
            .describedAs("'%s' and '%s'", left, right)
            .isEqualTo(Integer.signum(bytes));
      }
    }
  }

  @Test
  void rangesHoldTheirBoundsOnlyWhenTheySaySo() {
    KeyRange range = new KeyRange("b", true, "d", false);
    assertThat(range).hasToString("[b, d)");
    assertThat(List.of("a", "b", "c", "d", "e").stream().filter(range::contains))
        .containsExactly("b", "c");
    assertThat(KeyRange.ALL.contains("")).isTrue();
    assertThat(KeyRange.ALL).hasToString("(-∞, +∞)");
    assertThat(KeyRange.exactly("x")).hasToString("x");
    assertThat(new KeyRanges("k", List.of()).contains("x")).isFalse();
    assertThat(KeyRanges.all("k").isAll()).isTrue();
  }

  @Test
  void namesAreLowerCase() {
    assertThat(new TableName("Web", "EVENTS")).hasToString("web.events");
    assertThat(new Column("DateTime", DataType.Primitive.STRING).name()).isEqualTo("datetime");
  }

  @Test
  void typesAreSpeltForSqlAndForTheCatalog() {
    DataType type =
        new DataType.Struct(
            List.of(
                new DataType.Field(
                    "tags",
                    new DataType.MapOf(
                        DataType.Primitive.STRING,
                        new DataType.Array(new DataType.Decimal(10, 2)))),
                new DataType.Field("share", DataType.Primitive.REAL)));
    assertThat(type).hasToString("row(tags map(varchar, array(decimal(10,2))), share real)");
    assertThat(type.hive()).isEqualTo("struct<tags:map<string,array<decimal(10,2)>>,share:float>");
    assertThat(type.isNested()).isTrue();
    assertThat(new DataType.Unsupported("uniontype<int>", "why").isNested()).isFalse();
  }

  @Test
  void aStructsValuesMayBeNullAndAreItsOwn() {
    List<Object> values = new ArrayList<>(Arrays.asList(1, null));
    StructValue struct = new StructValue(List.of("a", "b"), values);
    values.set(0, 2);
    assertThat(struct.get("a")).isEqualTo(1);
    assertThat(struct.get("b")).isNull();
    assertThat(struct.get("c")).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StructValue(List.of("a"), List.of(1, 2)));
  }

  @Test
  void aCandidateHasAQueryUnlessItIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Candidate(ATHENA, Verdict.NATIVE, null, List.of(), List.of(), List.of()));
  }

  @Test
  void partitionsThatWereNotGivenAreNotKnown() {
    Table known = table("web.a");
    Table unknown = table("web.b");
    InMemoryCatalog catalog =
        InMemoryCatalog.builder().table(known, List.of()).table(unknown).build();
    assertThat(catalog.databases()).containsExactly("web");
    assertThat(catalog.tables("web")).containsExactly(known, unknown);
    assertThat(catalog.tables("other")).isEmpty();
    assertThat(catalog.partitions(known, List.of()))
        .isEqualTo(new Partitions.Known(OptionalLong.of(0), List.of()));
    assertThat(catalog.partitions(unknown, List.of())).isInstanceOf(Partitions.Unknown.class);
  }

  private static Table table(String name) {
    return Table.builder(new TableName("web", name.substring("web.".length())))
        .column("id", DataType.Primitive.BIGINT)
        .partitionKey("day", DataType.Primitive.STRING)
        .storage(new Storage(TableFormat.PARQUET, "s3://lake/", null, null, Map.of(), null))
        .build();
  }

  @Test
  void aRefusalListsEachEngineWithItsReasonsAndTheFirstPlace() {
    Reason placed =
        new Reason("LAMBDA", null, null, new SqlPosition(2, 5), "No lambdas", "a source");
    Reason other = new Reason("READ_AVRO", null, null, null, "No Avro", "a source");
    Decision decision =
        new Decision(
            List.of(refused(ATHENA, other, placed), refused(SPECTRUM, other)),
            null,
            null,
            "No engine can answer this query.");
    Plan plan = new Plan("SELECT 1", decision, List.of(), List.of(), List.of());
    try (Sluice sluice =
        Sluice.builder()
            .catalog(InMemoryCatalog.builder().build())
            .planner((sql, parameters, options) -> plan)
            .open()) {
      SluiceException error =
          catchThrowableOfType(SluiceException.class, () -> sluice.query("SELECT 1").close());
      assertThat(error.code()).isEqualTo(ErrorCode.NO_ENGINE);
      assertThat(error)
          .hasMessage(
              "No engine can answer this query.\n  athena: No Avro\n  athena: No lambdas (line 2,"
                  + " column 5)\n  spectrum: No Avro");
      assertThat(error.position()).contains(new SqlPosition(2, 5));
      assertThat(error.plan()).contains(plan);
    }
  }

  private static Candidate refused(EngineName engine, Reason... reasons) {
    return new Candidate(engine, Verdict.REFUSED, null, List.of(), List.of(), List.of(reasons));
  }
}
