package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.ReadMode;
import dev.sluice.tests.evolution.Findings.Finding;
import dev.sluice.tests.evolution.Findings.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final EngineName ATHENA = EngineName.of("athena");

  private static final Findings FINDINGS =
      new Findings(
          (evolution, place) ->
              evolution.cell(ATHENA, place.mode(), place.change(), place.partition()),
          EvolutionOnTrinoTest::expected);

  /** A cell's own outcome, unless it records that the stand-in differs. */
  private static Outcome expected(Place place, EvolutionCell cell) {
    Outcome standIn = cell.standIn();
    return standIn == null ? cell.outcome() : standIn;
  }

  @BeforeAll
  static void read(TrinoStandIn trino) throws Exception {
    List<Callable<Finding>> asked = new ArrayList<>();
    for (EvolutionCase one : Cases.all()) {
      for (Stored stored : Stored.values()) {
        EvolutionCase written = stored.files().of(one);
        Set<ChangeKind> changes = Findings.changes(written, stored.mode());
        if (!changes.isEmpty() || one.name().equals("none")) {
          for (PartitionSchema partition : PartitionSchema.values()) {
            asked.add(() -> find(trino, stored, written, partition, changes));
          }
        }
      }
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Future<Finding> found : two.invokeAll(asked)) {
        FINDINGS.add(found.get());
      }
    } finally {
      two.shutdownNow();
    }
  }

  private static Finding find(
      TrinoStandIn trino,
      Stored stored,
      EvolutionCase written,
      PartitionSchema partition,
      Set<ChangeKind> changes)
      throws Exception {
    boolean stale = partition == PartitionSchema.STALE;
    Outcome outcome = new TrinoReads(trino).of(stored, written, stale);
    ReadMode mode = stored.mode();
    return new Finding(written, mode, partition, changes, outcome);
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
  void everyCellHasACase() {
    assertThat(FINDINGS.untested()).isEmpty();
  }
}
