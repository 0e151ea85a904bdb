package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A real Trino, Athena's stand-in, reads files of older schemas: what Athena's cells say of it
 * holds both ways. What is right is read right, what fails fails so, what is wrong really is.
 */
@ExtendWith(SharedLake.class)
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
class EvolutionOnTrinoTest {
  private static final Findings FINDINGS =
      new Findings(
          EngineName.of("athena"),
          EvolutionOnTrinoTest::expected,
          EvolutionOnTrinoTest::inConditions);

  /** A cell's own outcome, unless it records that the stand-in differs. */
  static Outcome expected(EvolutionCell cell) {
    Outcome standIn = cell.standIn();
    return standIn == null ? cell.outcome() : standIn;
  }

  /** The same of conditions; null where it says nothing of them. */
  static @Nullable Outcome inConditions(EvolutionCell cell) {
    return cell.standInConditions() == null ? cell.inConditions() : cell.standInConditions();
  }

  @BeforeAll
  static void read(TrinoStandIn trino, SharedLake.Lake lake) throws Exception {
    FINDINGS.find(new EvolvedTrino(trino), lake.files(), EnumSet.allOf(Stored.class));
  }

  @Test
  void everyCellIsWhatTrinoDoes() {
    assertThat(FINDINGS.contradictions()).isEmpty();
  }

  @Test
  void severalChangesReadNoWorseThanTheWorstOfThem() {
    assertThat(FINDINGS.surprises()).isEmpty();
  }

  @Test
  void conditionsOnWhatChangedComeToWhatTheCellsSay() {
    assertThat(FINDINGS.inConditions()).isEmpty();
  }

  @Test
  void everyCellHasACase() {
    assertThat(FINDINGS.untested()).isEmpty();
  }
}
