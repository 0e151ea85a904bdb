package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.EngineName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings of engines make of the matrix. */
class ConditionsTest {
  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();

  @ParameterizedTest
  @CsvSource({
    "athena,engine,2,INTERSECT_OR_EXCEPT_ALL,NATIVE,REFUSE",
    "athena,engine,2,READ_DELTA,NATIVE,REFUSE",
    "athena,engine,2,READ_PARQUET,NATIVE,NATIVE",
    "athena,engine,3,READ_DELTA,NATIVE,NATIVE",
    "spectrum,preview-nested-arrays,true,ARRAY_OF_ARRAYS,REFUSE,NATIVE",
    "spectrum,preview-nested-arrays,false,ARRAY_OF_ARRAYS,REFUSE,REFUSE",
    "spectrum,preview-nested-arrays,true,UNNEST_INNER_ARRAY,REFUSE,REFUSE",
    "spectrum,deployment,serverless,COMPRESSED_TEXT,NATIVE,UNKNOWN",
    "spark,lake-formation,allow,UNDER_LAKE_FORMATION,REFUSE,NATIVE"
  })
  void aSettingFlipsTheCellsThatSaySo(
      String engine,
      String setting,
      String value,
      Capability capability,
      CellVerdict before,
      CellVerdict after) {
    EngineName name = EngineName.of(engine);
    assertThat(matrix.cell(name, capability).verdict()).isEqualTo(before);
    assertThat(matrix.configured(name, Map.of(setting, value)).cell(name, capability).verdict())
        .isEqualTo(after);
  }

  @Test
  void everyFlippedCellIsTold() {
    EngineName athena = EngineName.of("athena");
    CapabilityMatrix second = matrix.configured(athena, Map.of("engine", "2", "workgroup", "w"));
    assertThat(second.changes()).hasSizeGreaterThan(5);
    assertThat(second.changes())
        .extracting(CellChange::toString)
        .contains(
            "READ_DELTA on athena: native became refuse by the setting engine: 2 of engine athena",
            "READ_TIMESTAMP on athena: native with other words by the setting engine: 2 of engine"
                + " athena");
    assertThat(matrix.configured(athena, Map.of()).changes()).isEmpty();
  }

  @Test
  void aValueThatASettingDoesNotHaveIsAnError() {
    assertThatThrownBy(() -> matrix.configured(EngineName.of("athena"), Map.of("engine", "4")))
        .hasMessage("Setting 'engine' of engine athena is '4'; it is 3 or 2");
  }

  @Test
  void everySettingChangesSomething() {
    for (EngineName engine : matrix.engines()) {
      for (MatrixSetting setting : matrix.settings(engine)) {
        for (String value : setting.values().subList(1, setting.values().size())) {
          assertThat(matrix.configured(engine, Map.of(setting.name(), value)).changes())
              .as(engine + " " + setting.name() + ": " + value)
              .isNotEmpty();
        }
      }
    }
  }

  @Test
  void aConditionOfNoSettingDoesNotLoad() {
    String yaml =
        """
        area: formats
        checked: 2026-11-26
        capabilities:
          READ_PARQUET:
            title: A title
            athena:
              verdict: native
              source: A document
              confidence: high
              when:
                engine=4:
                  verdict: native
        """;
    MatrixLoader loader = new MatrixLoader(matrix.settings(EngineName.of("athena")));
    assertThatThrownBy(() -> loader.add(PlainSectionReader.read("t.yaml", yaml)))
        .hasMessage("Unknown condition 'engine=4'; did you mean engine=2? (t.yaml, line 11)");
  }
}
