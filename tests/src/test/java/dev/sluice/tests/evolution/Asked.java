package dev.sluice.tests.evolution;

import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.tests.evolution.Findings.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that is to be found out of an engine. */
interface Asked {
  Stored stored();

  PartitionSchema partition();

  Set<ChangeKind> changes();

  /** Whether there is a right value. */
  boolean fits();

  /** All of it in one question, which may be asked together with others. */
  Reads.Question question(Reads reads);

  /** What the rows that answer it show; null where they do not show all. */
  @Nullable Finding shown(Reads.Question question, List<List<@Nullable Object>> rows);

  /** With as many questions as it takes. */
  Finding alone(Reads reads) throws Exception;
}
