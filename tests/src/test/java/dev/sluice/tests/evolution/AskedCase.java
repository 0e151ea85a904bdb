package dev.sluice.tests.evolution;

import dev.sluice.ColumnMapping;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.tests.evolution.Findings.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case of whole schemas. */
record AskedCase(
    EvolutionCase one, Stored stored, PartitionSchema partition, Set<ChangeKind> changes)
    implements Asked {
  @Override
  public boolean fits() {
    return true;
  }

  @Override
  public Reads.Question question(Reads reads) {
    return reads.question(EvolvedTable.of(stored, one, partition), one);
  }

  @Override
  public Finding shown(Reads.Question question, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> now = now();
    EvolutionCase found =
        stored.mode().columns() == ColumnMapping.BY_POSITION ? one.byPosition() : one;
    List<List<@Nullable Object>> truth = now == null ? found.truth() : now;
    return finding(Outcome.of(Reads.compared(one, truth, question.columns(), rows)));
  }

  @Override
  public Finding alone(Reads reads) throws Exception {
    return finding(reads.of(EvolvedTable.of(stored, one, partition), one, now()));
  }

  /** Of a partition that is behind its files, what was written is what is right. */
  private @Nullable List<List<@Nullable Object>> now() {
    return partition == PartitionSchema.BEHIND ? one.now().truth() : null;
  }

  private Finding finding(Outcome outcome) {
    return new Finding(
        one.name(), stored.mode(), partition, changes, true, new Reads.Found(outcome, null));
  }
}
