package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import org.junit.jupiter.api.Test;

class CapabilityMatrixTest {
  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();

  @Test
  void everyCapabilityHasOneRowInTheOrderOfTheConstants() {
    assertThat(matrix.rows())
        .extracting(CapabilityRow::capability)
        .containsExactly(Capability.values());
  }

  @Test
  void everyRowHasACellForEachEngine() {
    assertThat(matrix.engines())
        .containsExactly(
            EngineName.of("athena"), EngineName.of("spectrum"), EngineName.of("spark"));
    assertThat(matrix.rows())
        .allSatisfy(
            row -> assertThat(row.cells().keySet()).containsExactlyElementsOf(matrix.engines()));
  }
}
