package dev.sluice.doctor;

import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.Reading;
import java.util.List;
import java.util.Objects;

/**
 * One change, and all partitions that show it.
 *
 * @param where the whole table, as its one part, where it has no partitions
 */
public record DriftFound(Met met, List<PartitionRange> where) {
  public DriftFound {
    where = List.copyOf(where);
  }

  public int partitions() {
    return where.stream().mapToInt(PartitionRange::count).sum();
  }

  /** Whether some engine is known to fail, or to read something else than was written. */
  public boolean isProblem() {
    return met.engines().values().stream().map(EvolutionCell::reading).anyMatch(DriftFound::isBad);
  }

  static boolean isBad(Reading reading) {
    return switch (reading) {
      case RIGHT, UNKNOWN -> false;
      case NULL, ERROR, WRONG -> true;
    };
  }

  /** Which queries of the partitions concerned meet what comes of the change. */
  public Queries queries(Evolution evolution, EngineName engine) {
    EvolutionCell cell = Objects.requireNonNull(met.engines().get(engine));
    Outcome outcome = cell.worst();
    return switch (outcome.reading()) {
      case RIGHT -> Queries.NONE;
      case ERROR -> outcome.scope() == ErrorScope.ANY_QUERY ? Queries.ALL : Queries.OF_COLUMN;
      case NULL, WRONG -> shifts(evolution, engine) ? Queries.ALL : Queries.OF_COLUMN;
      case UNKNOWN -> Queries.ALL;
    };
  }

  /** By position, a column that moved moves others. */
  private boolean shifts(Evolution evolution, EngineName engine) {
    return !met.change().isNested()
        && evolution
            .mode(engine, met.format(), met.mapping())
            .filter(mode -> mode.columns() == ColumnMapping.BY_POSITION)
            .isPresent();
  }

  /** Queries that select one of the partitions. */
  public enum Queries {
    NONE,
    /** Those that read the column that changed. */
    OF_COLUMN,
    ALL
  }
}
