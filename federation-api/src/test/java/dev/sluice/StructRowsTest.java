package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StructRowsTest {
  private static final DataType DEVICE =
      new DataType.Struct(
          List.of(new Field("os", Primitive.STRING), new Field("year", Primitive.INTEGER)));
  private static final List<ResultColumn> ANSWER =
      List.of(
          new ResultColumn("id", Primitive.BIGINT),
          new ResultColumn("device", DEVICE),
          new ResultColumn("n", Primitive.BIGINT));
  private static final List<ResultColumn> FLAT =
      List.of(
          new ResultColumn("id", Primitive.BIGINT),
          new ResultColumn("device.os", Primitive.STRING),
          new ResultColumn("device.year", Primitive.INTEGER),
          new ResultColumn("n", Primitive.BIGINT));

  @Test
  void putsAStructTogetherFromItsFields() {
    Rows rows = new StructRows(flat(), ANSWER, Set.of(1));
    assertThat(rows.columns()).isEqualTo(ANSWER);
    assertThat(rows.next()).isTrue();
    assertThat(rows.value(0)).isEqualTo(1L);
    assertThat(rows.value(1))
        .isEqualTo(new StructValue(List.of("os", "year"), Arrays.asList("ios", null)));
    assertThat(rows.value(2)).isEqualTo(7L);
    assertThat(rows.next()).isFalse();
  }

  @Test
  void anEngineWithOtherColumnsFailsAndIsClosed() {
    ListedRows rows = flat();
    assertThatThrownBy(() -> new StructRows(rows, ANSWER, Set.of()))
        .isInstanceOf(SluiceException.class)
        .hasMessage("The engine gave back 4 columns where its text asks for 3");
    assertThat(rows.closed).isTrue();
  }

  @Test
  void aPlanThatAsksForFieldsGivesStructs() {
    EngineName name = EngineName.of("fake");
    NativeQuery query = new NativeQuery("SELECT 1", List.of(), Set.of(), Set.of(1));
    Candidate candidate =
        new Candidate(
            name, Verdict.REWRITTEN, query, List.of("struct-to-leaves"), List.of(), List.of());
    Plan plan =
        new Plan(
            "SELECT 1", new Decision(List.of(candidate), name, name, "fake"), List.of(), ANSWER);
    try (Sluice sluice =
            Sluice.builder()
                .catalog(InMemoryCatalog.builder().build())
                .planner((sql, parameters, options) -> plan)
                .engine(new FlatEngine(name))
                .open();
        Rows rows = sluice.query("SELECT 1")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.value(1)).isInstanceOf(StructValue.class);
    }
  }

  private static ListedRows flat() {
    List<@Nullable Object> row = Arrays.asList(1L, "ios", null, 7L);
    return new ListedRows(FLAT, List.of(row).iterator());
  }

  private record FlatEngine(EngineName name) implements Engine {
    @Override
    public Rows run(Plan plan, RunListener listener) {
      return flat();
    }

    @Override
    public void close() {}
  }
}
