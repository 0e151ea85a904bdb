package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.Reason;
import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessmentTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName SPARK = EngineName.of("spark");
  private static final TableName EVENTS = new TableName("web", "ad_events");

  private final CapabilityMatrix matrix = CapabilityMatrix.shipped();

  @Test
  void takesAQueryThatNeedsNothingSpecial() {
    Assessment assessment =
        matrix.assess(ATHENA, List.of(need(Capability.READ_PARQUET, null, null)));
    assertThat(assessment).isEqualTo(matrix.assess(ATHENA, List.of()));
    assertThat(assessment.refused()).isFalse();
  }

  @Test
  void refusesNestedAvroOnSpectrumNamingTableColumnPlaceAndSource() {
    SqlPosition place = new SqlPosition(1, 8);
    Assessment assessment =
        matrix.assess(
            SPECTRUM,
            List.of(new Requirement(Capability.NESTED_IN_AVRO, EVENTS, "device", place, "struct")));
    assertThat(assessment.refused()).isTrue();
    Reason reason = assessment.reasons().get(0);
    assertThat(reason.capability()).isEqualTo("NESTED_IN_AVRO");
    assertThat(reason.table()).isEqualTo(EVENTS);
    assertThat(reason.column()).isEqualTo("device");
    assertThat(reason.position()).isEqualTo(place);
    assertThat(reason.text())
        .startsWith("Column device of web.ad_events: Redshift documents nested columns for Parquet")
        .endsWith("(struct)");
    assertThat(reason.source()).contains("nested-data-restrictions (2026-09)");
  }

  @Test
  void namesTheRulesAndSaysWhatTheyRewrite() {
    Assessment assessment =
        matrix.assess(
            SPARK,
            List.of(
                need(Capability.UNNEST_INNER, "bids", new SqlPosition(2, 1)),
                need(Capability.QUALIFY, null, new SqlPosition(3, 1))));
    assertThat(assessment.refused()).isFalse();
    assertThat(assessment.rules())
        .containsExactly("unnest-to-lateral-explode", "qualify-to-subquery");
    assertThat(assessment.reasons().get(0).text())
        .contains("rewritten by unnest-to-lateral-explode: as CROSS JOIN LATERAL");
  }

  @Test
  void carriesTheCaveatOfSerialisedValues() {
    Assessment assessment =
        matrix.assess(SPECTRUM, List.of(need(Capability.RETURN_STRUCT, "device", null)));
    assertThat(assessment.refused()).isFalse();
    assertThat(assessment.caveats()).hasSize(1);
    assertThat(assessment.caveats().get(0).text()).contains("65,535 bytes");
  }

  /** No shipped cell is one; an overlay may make one. */
  @Test
  void routesAnInferenceOnlyWithACaveat(@TempDir Path folder) throws IOException {
    Path overlay = folder.resolve("overlay.yaml");
    Files.writeString(
        overlay, "QUALIFY:\n  spectrum: {verdict: native, source: a guess, confidence: low}\n");
    Assessment assessment =
        matrix.overlaid(overlay).assess(SPECTRUM, List.of(need(Capability.QUALIFY, null, null)));
    assertThat(assessment.refused()).isFalse();
    assertThat(assessment.caveats())
        .singleElement()
        .satisfies(caveat -> assertThat(caveat.text()).contains("inference"));
  }

  @Test
  void trustsAFullJoinWithoutEqualityToAthenaAsTrinosTestsDo() {
    Assessment assessment =
        matrix.assess(ATHENA, List.of(need(Capability.FULL_JOIN_WITHOUT_EQUALITY, null, null)));
    assertThat(assessment.refused()).isFalse();
    assertThat(assessment.caveats())
        .singleElement()
        .satisfies(caveat -> assertThat(caveat.text()).contains("a single row"));
  }

  @Test
  void refusesWhatIsWrongAndWhatIsUnknownSayingSo() {
    assertThat(
            matrix.assess(SPARK, List.of(need(Capability.DECIMAL_DIVISION, null, null))).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.text()).contains("the answer would be wrong"));
    assertThat(
            matrix.assess(SPARK, List.of(Requirement.of(Capability.OTHER_SYNTAX, null))).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.text()).startsWith("Not known to work"));
  }

  @Test
  void aRefusalNamesOnlyWhatRefuses() {
    Assessment assessment =
        matrix.assess(
            SPECTRUM,
            List.of(
                need(Capability.RETURN_STRUCT, "device", null),
                need(Capability.LAMBDA, "bids", null)));
    assertThat(assessment.refused()).isTrue();
    assertThat(assessment.reasons()).extracting(Reason::capability).containsExactly("LAMBDA");
  }

  @Test
  void collapsesTheSameNeedToItsFirstPlace() {
    Assessment assessment =
        matrix.assess(
            SPECTRUM,
            List.of(
                need(Capability.LAMBDA, "bids", new SqlPosition(9, 1)),
                need(Capability.LAMBDA, "bids", new SqlPosition(2, 5)),
                need(Capability.LAMBDA, "tags", new SqlPosition(3, 1))));
    assertThat(assessment.reasons())
        .extracting(Reason::position)
        .containsExactly(new SqlPosition(2, 5), new SqlPosition(3, 1));
  }

  @Test
  void keepsEachUnknownSyntaxApart() {
    List<Requirement> two =
        List.of(
            new Requirement(Capability.OTHER_SYNTAX, null, null, null, "SIMILAR TO"),
            new Requirement(Capability.OTHER_SYNTAX, null, null, null, "CONTAINS"));
    assertThat(matrix.assess(ATHENA, two).reasons()).hasSize(2);
  }

  @Test
  void theOrderOfTheRequirementsDoesNotMatter() {
    List<Requirement> needs = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      needs.add(need(capability, "device", new SqlPosition(capability.ordinal() % 3 + 1, 1)));
      needs.add(Requirement.of(capability, null));
    }
    Random random = new Random(7);
    for (EngineName engine : matrix.engines()) {
      Assessment first = matrix.assess(engine, needs);
      for (int i = 0; i < 20; i++) {
        Collections.shuffle(needs, random);
        assertThat(matrix.assess(engine, needs)).isEqualTo(first);
      }
    }
  }

  private static Requirement need(
      Capability capability, @Nullable String column, @Nullable SqlPosition position) {
    return new Requirement(capability, EVENTS, column, position, null);
  }
}
