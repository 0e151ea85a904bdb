package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.evolution.RecordedColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What engines make of tables of OpenCSVSerDe whose columns are not all text, beside what is
 * documented of Athena.
 */
@ExtendWith(SharedLake.class)
class TypedCsvTest {
  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void trinoReadsTextAlone(TrinoStandIn trino) throws Exception {
    assertThat(read(new EvolvedTrino(trino))).isEqualTo(said(TypedCsv::trino));
  }

  @Test
  void sparkReadsWhatIsPlainAndFailsOtherwise(EvolvedSpark spark) throws Exception {
    assertThat(read(spark)).isEqualTo(said(TypedCsv::spark));
  }

  /** What is documented is what Sluice goes by, where Trino contradicts it. */
  @Test
  void whatSparkReadsIsWhatIsDocumented() {
    assertThat(TypedCsv.all())
        .allSatisfy(
            one -> {
              if (one.documented() != null && !one.spark().equals(TypedCsv.REFUSED)) {
                assertThat(one.spark()).as(one.name()).isEqualTo(one.documented());
              }
            });
  }

  private static Map<String, String> said(Function<TypedCsv, String> by) {
    Map<String, String> said = new LinkedHashMap<>();
    TypedCsv.all().forEach(one -> said.put(one.name(), by.apply(one)));
    return said;
  }

  private static Map<String, String> read(Reads.Evolved engine) throws Exception {
    Map<String, String> read = new LinkedHashMap<>();
    for (TypedCsv one : TypedCsv.all()) {
      Reads.Answer answer = engine.ask(one.table(), List.of(RecordedColumn.NAME));
      read.put(
          one.name(),
          answer.failed()
              ? String.valueOf(answer.code())
              : String.valueOf(answer.rows().get(0).get(0)));
    }
    return read;
  }
}
