package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SerializedRowsTest {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("id", DataType.Primitive.BIGINT),
          new ResultColumn("page", DataType.Primitive.STRING));

  @Test
  void reportsANullWhereALongValueMayHaveBeenDropped() {
    Rows rows = rows(Set.of("page"), Arrays.asList(1L, "{}"), Arrays.asList(2L, null));
    assertThat(rows.next()).isTrue();
    assertThat(rows.warnings()).isEmpty();
    assertThat(rows.next()).isTrue();
    assertThat(rows.value(0)).isEqualTo(2L);
    assertThat(rows.next()).isFalse();
    assertThat(rows.warnings())
        .containsExactly(
            "Column page is NULL in 1 row: the value may be NULL, or its text may have been too"
                + " long for the engine to return");
  }

  @Test
  void saysNothingOfOtherColumns() {
    Rows rows = rows(Set.of("page"), Arrays.asList(null, "{}"));
    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isFalse();
    assertThat(rows.warnings()).isEmpty();
  }

  @Test
  void anEngineThatSerialisesIsWatchedByDefault() {
    EngineName name = EngineName.of("fake");
    Candidate candidate =
        new Candidate(
            name,
            Verdict.REWRITTEN,
            new NativeQuery("SELECT 1", List.of("SET x TO true"), Set.of("page")),
            List.of("serialize-nested"),
            List.of(),
            List.of());
    Plan plan =
        new Plan(
            "SELECT 1", new Decision(List.of(candidate), name, name, "fake"), List.of(), COLUMNS);
    try (Sluice sluice =
            Sluice.builder()
                .catalog(InMemoryCatalog.builder().build())
                .planner((sql, parameters, options) -> plan)
                .engine(new OneRowEngine(name))
                .open();
        Rows rows = sluice.query("SELECT 1")) {
      while (rows.next()) {
        assertThat(rows.value(1)).isNull();
      }
      assertThat(rows.warnings()).hasSize(1);
    }
  }

  @SafeVarargs
  private static Rows rows(Set<String> serialized, List<@Nullable Object>... values) {
    return new SerializedRows(new ListedRows(COLUMNS, List.of(values).iterator()), serialized);
  }

  private record OneRowEngine(EngineName name) implements Engine {
    @Override
    public Rows run(Plan plan, RunListener listener) {
      return new ListedRows(COLUMNS, List.of(Arrays.<@Nullable Object>asList(1L, null)).iterator());
    }

    @Override
    public void close() {}
  }
}
