package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.matrix.EvolutionCell;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tables that are made up, changed at random and written with the formats' own libraries: engines
 * do what Sluice says of them. The same few each time; more with {@code
 * -Dsluice.random.tables=500}, others with {@code -Dsluice.random.seed=7}.
 */
@ExtendWith(SharedLake.class)
class RandomEvolutionTest {
  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void trinoReadsRandomTablesAsTheCellsSay(TrinoStandIn trino, SharedLake.Lake lake)
      throws Exception {
    assertThat(
            RandomTables.contradictions(
                new EvolvedTrino(trino),
                EngineName.of("athena"),
                lake.files(),
                EnumSet.allOf(Stored.class),
                EvolutionOnTrinoTest::expected))
        .as(RandomTables.REPEAT)
        .isEmpty();
  }

  @Test
  void sparkReadsRandomTablesAsTheCellsSay(EvolvedSpark spark) throws Exception {
    assertThat(
            RandomTables.contradictions(
                spark,
                EvolvedSpark.NAME,
                spark.lake(),
                EvolutionOnSparkTest.WAYS,
                EvolutionCell::outcome))
        .as(RandomTables.REPEAT)
        .isEmpty();
  }
}
