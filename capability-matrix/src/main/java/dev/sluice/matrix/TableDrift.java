package dev.sluice.matrix;

import dev.sluice.Drift;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Table;
import dev.sluice.matrix.Generation.Difference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the schemas of some of a table's partitions, and of their files, disagree with the table's.
 * Immutable, and so large as there are different schemas, not as there are partitions.
 */
public final class TableDrift {
  private final List<Aged> aged;
  private final List<Drift> counted;

  /** A generation, and where it disagrees. */
  private record Aged(Generation generation, List<Difference> differences) {}

  /** What shows a change: how many partitions or files, and the places of the first and last. */
  public record Extent(int count, int first, int last) {
    Extent and(Extent more) {
      return new Extent(count + more.count, Math.min(first, more.first), Math.max(last, more.last));
    }
  }

  private TableDrift(List<Aged> aged) {
    this.aged = List.copyOf(aged);
    this.counted = count(aged);
  }

  /**
   * What is found where partitions, and files, are held against their table.
   *
   * @param partitions those that are compared; none for a table without partitions
   * @param files as {@link Generation#of} takes them
   */
  public static TableDrift of(Table table, List<Partition> partitions, List<LocationFiles> files) {
    return new TableDrift(
        Generation.of(table, partitions, files).stream()
            .map(one -> new Aged(one, one.differences(table.columns())))
            .toList());
  }

  /** How many partitions, or files, show each disagreement; by path, then by change. */
  public List<Drift> counted() {
    return counted;
  }

  /** What a query that reads some columns meets, and where. */
  public Map<MetChange, Extent> met(Collection<String> columns) {
    Map<MetChange, Extent> met = new LinkedHashMap<>();
    for (Aged one : aged) {
      Generation generation = one.generation;
      Extent extent = new Extent(generation.count(), generation.first(), generation.last());
      for (Difference difference : one.differences) {
        boolean isRead = columns.contains(difference.change().column());
        met.merge(MetChange.of(generation, difference, isRead), extent, Extent::and);
      }
    }
    return met;
  }

  private static List<Drift> count(List<Aged> aged) {
    Map<Drift, Integer> counts = new HashMap<>();
    for (Aged one : aged) {
      for (Difference found : one.differences) {
        SchemaChange change = found.change();
        counts.merge(
            new Drift(change.change(), change.path(), found.level(), 1),
            one.generation.count(),
            Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(each -> with(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(Drift::path)
                .thenComparing(Drift::change)
                .thenComparing(Drift::level))
        .toList();
  }

  private static Drift with(Drift drift, int count) {
    return new Drift(drift.change(), drift.path(), drift.level(), count);
  }
}
