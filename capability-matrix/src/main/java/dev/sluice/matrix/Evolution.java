package dev.sluice.matrix;

import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.TableFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each engine reads where a schema has changed: the evolution part of the matrix. Total: what
 * is not recorded is unknown.
 */
public final class Evolution {
  private final Map<EngineName, Map<Situation, EvolutionCell>> cells;
  private final Map<EngineName, ColumnMapping> undeclaredOrc;

  Evolution(
      Map<EngineName, Map<Situation, EvolutionCell>> cells,
      Map<EngineName, ColumnMapping> undeclaredOrc) {
    this.cells = Map.copyOf(cells);
    this.undeclaredOrc = Map.copyOf(undeclaredOrc);
  }

  /** Where a change is met. */
  record Situation(ReadMode mode, ChangeKind change, PartitionSchema partition) {}

  /** The evolution data that come with Sluice. */
  public static Evolution shipped() {
    return EvolutionLoader.shipped();
  }

  /** The engines of which something is recorded. */
  public Set<EngineName> engines() {
    return cells.keySet();
  }

  /**
   * How an engine reads files whose table says the mapping, or does not; empty where nothing is
   * recorded of that.
   */
  public Optional<ReadMode> mode(
      EngineName engine, TableFormat format, @Nullable ColumnMapping declared) {
    if (format != TableFormat.ORC || declared != null) {
      return ReadMode.of(format, declared == null ? ColumnMapping.BY_NAME : declared);
    }
    return Optional.ofNullable(undeclaredOrc.get(engine))
        .flatMap(mapping -> ReadMode.of(format, mapping));
  }

  /** Never fails: what is not recorded is unknown. */
  public EvolutionCell cell(
      EngineName engine, ReadMode mode, ChangeKind change, PartitionSchema partition) {
    return cells
        .getOrDefault(engine, Map.of())
        .getOrDefault(new Situation(mode, change, partition), EvolutionCell.missing());
  }

  /**
   * The worst that comes of several changes at once; none are read right. That changes do not make
   * each other worse is tested by cases of two, not proved.
   */
  public Reading reading(
      EngineName engine,
      ReadMode mode,
      Collection<SchemaChange> changes,
      PartitionSchema partition) {
    return changes.stream()
        .map(change -> cell(engine, mode, change.kind(), partition).reading())
        .max(Comparator.naturalOrder())
        .orElse(Reading.RIGHT);
  }
}
