package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilityMatrixTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName SPARK = EngineName.of("spark");

  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();

  @Test
  void everyCapabilityHasOneRowInTheOrderOfTheConstants() {
    assertThat(matrix.rows())
        .extracting(CapabilityRow::capability)
        .containsExactly(Capability.values());
    assertThat(matrix.rows())
        .extracting(CapabilityRow::area)
        .containsOnly("formats", "types", "nested", "syntax", "operations");
  }

  @Test
  void everyRowHasACellForEachEngine() {
    assertThat(matrix.engines()).containsExactly(ATHENA, SPECTRUM, SPARK);
    assertThat(matrix.rows())
        .allSatisfy(
            row -> assertThat(row.cells().keySet()).containsExactlyElementsOf(matrix.engines()));
  }

  @Test
  void everyCellSaysWhereItIsFrom() {
    eachCell(
        (where, cell) -> {
          assertThat(cell.source()).as(where).isNotBlank();
          assertThat(cell.checked()).as(where).isAfterOrEqualTo(LocalDate.of(2026, 11, 22));
          if (cell.verdict() != CellVerdict.UNKNOWN) {
            assertThat(cell.source()).as(where).isNotEqualTo("none");
          }
        });
  }

  @Test
  void whatDoesNotRouteSaysWhyAndOnlyRewritesHaveARule() {
    eachCell(
        (where, cell) -> {
          assertThat(cell.rule() != null)
              .as(where)
              .isEqualTo(cell.verdict() == CellVerdict.REWRITE);
          if (!cell.verdict().routes()) {
            assertThat(cell.why()).as(where).isNotBlank();
          }
          if (cell.verdict() == CellVerdict.UNKNOWN) {
            assertThat(cell.why()).as(where).contains("not established", "would be settled by");
          }
        });
  }

  @Test
  void namesTheRulesOfAnEngine() {
    assertThat(matrix.rules(ATHENA)).containsExactly("qualify-to-subquery", "values-as-text");
    assertThat(matrix.rules(SPECTRUM)).contains("expand-star", "average-as-double");
  }

  @Test
  void knowsWhatTheTwoEnginesAreFamousFor() {
    assertThat(verdict(ATHENA, Capability.NESTED_IN_AVRO)).isEqualTo(CellVerdict.NATIVE);
    assertThat(verdict(SPECTRUM, Capability.NESTED_IN_AVRO)).isEqualTo(CellVerdict.REFUSE);
    assertThat(verdict(ATHENA, Capability.AVRO_SCHEMA_URL)).isEqualTo(CellVerdict.REFUSE);
    assertThat(verdict(SPARK, Capability.AVRO_SCHEMA_URL)).isEqualTo(CellVerdict.NATIVE);
    assertThat(verdict(SPECTRUM, Capability.QUALIFY)).isEqualTo(CellVerdict.NATIVE);
    assertThat(matrix.cell(SPECTRUM, Capability.RETURN_STRUCT).caveat()).contains("65,535 bytes");
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void anUnheardOfEngineIsUnknownEverywhere(Capability capability) {
    Cell cell = matrix.cell(EngineName.of("duck"), capability);
    assertThat(cell.verdict()).isEqualTo(CellVerdict.UNKNOWN);
  }

  @Test
  void nobodyClaimsSyntaxThatNoDetectorKnows() {
    assertThat(List.of(ATHENA, SPECTRUM, SPARK))
        .extracting(engine -> verdict(engine, Capability.OTHER_SYNTAX))
        .containsOnly(CellVerdict.UNKNOWN);
  }

  private CellVerdict verdict(EngineName engine, Capability capability) {
    return matrix.cell(engine, capability).verdict();
  }

  private void eachCell(BiConsumer<String, Cell> check) {
    for (CapabilityRow row : matrix.rows()) {
      row.cells().forEach((engine, cell) -> check.accept(row.capability() + " " + engine, cell));
    }
  }
}
