package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.Storage;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Generation;
import dev.sluice.matrix.Generations;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.ReadMode;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds partitions and their files against one table. Partitions that are alike are compared once.
 * Not shareable between threads.
 */
final class Comparison {
  private final Evolution evolution;
  private final List<Column> table;
  private final Generations generations;
  private final Map<Alike, List<Met>> known = new HashMap<>();

  Comparison(Evolution evolution, List<Column> table) {
    this.evolution = evolution;
    this.table = table;
    this.generations = new Generations(table);
  }

  /** What is compared once. */
  private record Alike(List<Generation> generations, Set<String> notYet) {}

  /** Each once; of what is met at two levels the catalog's is told. */
  List<Met> changes(Patient.Part part) {
    Storage storage = part.partition().storage();
    List<Generation> sorted = generations.of(part.partition().columns(), storage, part.written());
    Set<String> notYet = part.written().isEmpty() ? Set.of() : part.notYet();
    return known.computeIfAbsent(new Alike(sorted, notYet), alike -> compared(alike, storage));
  }

  private List<Met> compared(Alike alike, Storage storage) {
    List<Met> found =
        new ArrayList<>(
            alike.generations.stream()
                .flatMap(generation -> generation.differences().stream())
                .map(difference -> met(asWritten(difference, alike.notYet), storage))
                .distinct()
                .toList());
    Set<SchemaChange> told = found.stream().map(Met::change).collect(Collectors.toSet());
    for (SchemaChange change : notYet(alike.notYet)) {
      if (!told.contains(change)) {
        Generation.Difference file =
            new Generation.Difference(change, Drift.Level.FILE, PartitionSchema.FRESH);
        found.add(met(file, storage));
      }
    }
    return List.copyOf(found);
  }

  private List<SchemaChange> notYet(Set<String> paths) {
    return paths.isEmpty()
        ? List.of()
        : SchemaDrift.between(table, FieldPaths.without(table, paths));
  }

  /** What the partition lacks, and its files do not show either, is as they were written. */
  private static Generation.Difference asWritten(Generation.Difference found, Set<String> notYet) {
    boolean behind = found.partition() == PartitionSchema.BEHIND;
    return behind && FieldPaths.isAmong(notYet, found.change().path())
        ? new Generation.Difference(found.change(), found.level(), PartitionSchema.STALE)
        : found;
  }

  private Met met(Generation.Difference found, Storage storage) {
    Map<EngineName, EvolutionCell> engines = new LinkedHashMap<>();
    for (EngineName engine : evolution.engines().stream().sorted().toList()) {
      Optional<ReadMode> mode = evolution.mode(engine, storage.format(), storage.declaredMapping());
      engines.put(
          engine,
          mode.map(read -> evolution.cell(engine, read, found.change().kind(), found.partition()))
              .orElseGet(EvolutionCell::missing));
    }
    return new Met(
        found.level(),
        found.change(),
        storage.format(),
        storage.declaredMapping(),
        found.partition(),
        engines);
  }
}
