package dev.sluice.matrix;

import dev.sluice.Drift;
import dev.sluice.FileSchema;
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
  private final Map<Generation, Extent> generations;
  private final List<Drift> counted;

  /** What shows a change: how many partitions or files, and the places of the first and last. */
  public record Extent(int count, int first, int last) {
    private static Extent at(int place) {
      return new Extent(1, place, place);
    }

    private Extent and(Extent more) {
      return new Extent(count + more.count, Math.min(first, more.first), Math.max(last, more.last));
    }
  }

  private TableDrift(Map<Generation, Extent> generations) {
    this.generations = generations;
    this.counted = count(generations);
  }

  /**
   * What is found where partitions, and files, are held against their table.
   *
   * @param partitions those that are compared; none for a table without partitions
   * @param files what was found at each partition's location, in their order, or at the table's
   *     own; empty where nothing was looked into
   */
  public static TableDrift of(Table table, List<Partition> partitions, List<LocationFiles> files) {
    Generations sorted = new Generations(table.columns());
    // In the order in which the first of each was met.
    Map<Generation, Extent> generations = new LinkedHashMap<>();
    for (int i = 0; i < partitions.size(); i++) {
      Partition partition = partitions.get(i);
      List<FileSchema> told = files.isEmpty() ? List.of() : files.get(i).schemas();
      for (Generation one : sorted.of(partition.columns(), partition.storage(), told)) {
        generations.merge(one, Extent.at(i), Extent::and);
      }
    }
    if (!table.isPartitioned()) {
      files.forEach(location -> addFiles(table, location, sorted, generations));
    }
    return new TableDrift(generations);
  }

  /** Files of a table without partitions, each by itself. */
  private static void addFiles(
      Table table, LocationFiles files, Generations sorted, Map<Generation, Extent> generations) {
    for (int i = 0; i < files.inspected().size(); i++) {
      FileSchema schema = files.inspected().get(i).schema();
      if (schema.problem().isEmpty()) {
        for (Generation one : sorted.of(table.columns(), table.storage(), List.of(schema))) {
          generations.merge(one, Extent.at(i), Extent::and);
        }
      }
    }
  }

  /** How many partitions, or files, show each disagreement; by path, then by change. */
  public List<Drift> counted() {
    return counted;
  }

  /** What a query that reads some columns meets, and where. */
  public Map<MetChange, Extent> met(Collection<String> columns) {
    Map<MetChange, Extent> met = new LinkedHashMap<>();
    generations.forEach(
        (generation, extent) -> {
          for (Difference difference : generation.differences()) {
            boolean isRead = columns.contains(difference.change().column());
            met.merge(MetChange.of(generation, difference, isRead), extent, Extent::and);
          }
        });
    return met;
  }

  private static List<Drift> count(Map<Generation, Extent> generations) {
    Map<Drift, Integer> counts = new HashMap<>();
    generations.forEach(
        (generation, extent) -> {
          for (Difference found : generation.differences()) {
            SchemaChange change = found.change();
            counts.merge(
                new Drift(change.change(), change.path(), found.level(), 1),
                extent.count(),
                Integer::sum);
          }
        });
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
