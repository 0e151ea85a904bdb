package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.matrix.EvolutionCell;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sluice's own Spark reads files of older schemas: its cells are what it does, no more, no less.
 */
@ExtendWith(SharedLake.class)
class EvolutionOnSparkTest {
  /** Parquet by position is refused before Spark sees it. */
  static final Set<Stored> WAYS = EnumSet.complementOf(EnumSet.of(Stored.PARQUET_BY_POSITION));

  private static final Findings FINDINGS =
      new Findings(EvolvedSpark.NAME, EvolutionCell::outcome, EvolutionCell::inConditions);

  @BeforeAll
  static void read(EvolvedSpark spark) throws Exception {
    FINDINGS.find(spark, spark.lake(), WAYS);
  }

  @Test
  void everyCellIsWhatSparkDoes() {
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
