package dev.sluice.tests.evolution;

import dev.sluice.evolution.NoRightValue;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.tests.evolution.Findings.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recorded column. */
record AskedRecorded(Recorded one, PartitionSchema partition) implements Asked {
  @Override
  public Stored stored() {
    return one.stored();
  }

  @Override
  public Set<ChangeKind> changes() {
    return one.changes();
  }

  @Override
  public boolean fits() {
    return one.truth() != NoRightValue.INSTANCE;
  }

  @Override
  public Reads.Question question(Reads reads) {
    return Reads.question(one.table(partition), one.truth());
  }

  @Override
  public @Nullable Finding shown(Reads.Question question, List<List<@Nullable Object>> rows) {
    Reads.Found found = Reads.found(question, rows, one.truth());
    return found == null ? null : finding(found);
  }

  @Override
  public Finding alone(Reads reads) throws Exception {
    return finding(reads.of(one.table(partition), one.truth()));
  }

  private Finding finding(Reads.Found found) {
    return new Finding(one.name(), one.stored().mode(), partition, one.changes(), fits(), found);
  }
}
