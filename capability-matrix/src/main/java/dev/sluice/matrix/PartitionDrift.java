package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts how many partitions show each change. Not shareable between threads. */
final class PartitionDrift {
  private final List<Column> table;

  /** Catalogs hand the same list to thousands of partitions, and hashing one costs its depth. */
  private final Map<List<Column>, List<SchemaChange>> byIdentity = new IdentityHashMap<>();

  private final Map<List<Column>, List<SchemaChange>> byEquality = new HashMap<>();
  private final Map<Seen, Integer> counts = new HashMap<>();

  PartitionDrift(List<Column> table) {
    this.table = table;
    byIdentity.put(table, List.of());
    byEquality.put(table, List.of());
  }

  void add(List<Column> partition) {
    changes(partition)
        .forEach(change -> counts.merge(new Seen(change.change(), change.path()), 1, Integer::sum));
  }

  /** By path, then by change. */
  List<Drift> counted() {
    return counts.entrySet().stream()
        .map(PartitionDrift::drift)
        .sorted(Comparator.comparing(Drift::path).thenComparing(Drift::change))
        .toList();
  }

  private List<SchemaChange> changes(List<Column> partition) {
    List<SchemaChange> known = byIdentity.get(partition);
    if (known == null) {
      known = byEquality.computeIfAbsent(partition, columns -> SchemaDrift.between(table, columns));
      byIdentity.put(partition, known);
    }
    return known;
  }

  private static Drift drift(Map.Entry<Seen, Integer> entry) {
    Seen seen = entry.getKey();
    return new Drift(seen.change(), seen.path(), Drift.Level.PARTITION, entry.getValue());
  }

  /** What is counted together, whatever the older types. */
  private record Seen(DriftChange change, String path) {}
}
