package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.FileSchema;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Generation;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.ReadMode;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds partitions and their files against one table. Partitions that are alike are compared once.
 * Not shareable between threads.
 */
final class Comparison {
  private final Evolution evolution;
  private final List<Column> table;
  private final Numbers<List<Column>> lists = new Numbers<>();
  private final Numbers<FileSchema> schemas = new Numbers<>();
  private final Map<Alike, List<Met>> known = new HashMap<>();

  Comparison(Evolution evolution, List<Column> table) {
    this.evolution = evolution;
    this.table = table;
  }

  /** What is compared once; numbers stand for what is the same. */
  private record Alike(
      int columns,
      TableFormat format,
      @Nullable ColumnMapping mapping,
      List<Integer> written,
      Set<String> notYet) {}

  /** Each once; of what is met at two levels the catalog's is told. */
  List<Met> changes(Patient.Part part) {
    Storage storage = part.partition().storage();
    Alike alike =
        new Alike(
            lists.number(part.partition().columns()),
            storage.format(),
            storage.declaredMapping(),
            part.written().stream().map(schemas::number).toList(),
            part.notYet());
    return known.computeIfAbsent(alike, fresh -> compared(part));
  }

  private List<Met> compared(Patient.Part part) {
    if (part.written().isEmpty()) {
      return differences(part, null).distinct().toList();
    }
    List<Met> found =
        new ArrayList<>(
            part.written().stream()
                .flatMap(schema -> differences(part, schema))
                .distinct()
                .toList());
    Set<SchemaChange> told = found.stream().map(Met::change).collect(Collectors.toSet());
    for (SchemaChange change : notYet(part)) {
      if (!told.contains(change)) {
        Generation.Difference file =
            new Generation.Difference(change, Drift.Level.FILE, PartitionSchema.FRESH);
        found.add(met(file, part.partition().storage()));
      }
    }
    return List.copyOf(found);
  }

  private List<SchemaChange> notYet(Patient.Part part) {
    List<Column> written =
        table.stream().filter(column -> !part.notYet().contains(column.name())).toList();
    return part.notYet().isEmpty() ? List.of() : SchemaDrift.between(table, written);
  }

  private Stream<Met> differences(Patient.Part part, @Nullable FileSchema schema) {
    Storage storage = part.partition().storage();
    Generation generation =
        new Generation(
            storage.format(),
            storage.declaredMapping(),
            part.partition().columns(),
            schema,
            1,
            0,
            0);
    return generation.differences(table).stream()
        .map(found -> met(asWritten(found, part), storage));
  }

  /** What the partition lacks, and its files do not show either, is as they were written. */
  private static Generation.Difference asWritten(Generation.Difference found, Patient.Part part) {
    boolean behind = found.partition() == PartitionSchema.BEHIND;
    return behind && part.notYet().contains(found.change().path())
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

  /**
   * Numbers what is the same. Catalogs hand the same list to thousands of partitions, and to hold
   * the content of two against each other costs their depth, so that identity is asked first.
   */
  private static final class Numbers<T> {
    private final Map<T, Integer> byIdentity = new IdentityHashMap<>();
    private final Map<T, Integer> byContent = new HashMap<>();

    int number(T value) {
      Integer known = byIdentity.get(value);
      if (known == null) {
        known = byContent.computeIfAbsent(value, fresh -> byContent.size());
        byIdentity.put(value, known);
      }
      return known;
    }
  }
}
