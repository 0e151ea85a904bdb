package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.MetChange;
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
import org.jspecify.annotations.Nullable;

/**
 * Holds partitions and their files against one table. Partitions that are alike are compared once.
 * Not shareable between threads.
 */
final class Comparison {
  private final Evolution evolution;
  private final List<Column> table;
  private final Map<List<Column>, Integer> byIdentity = new IdentityHashMap<>();
  private final Map<List<Column>, Integer> byContent = new HashMap<>();
  private final List<List<Column>> lists = new ArrayList<>();
  private final Map<Alike, List<Met>> known = new HashMap<>();

  Comparison(Evolution evolution, List<Column> table) {
    this.evolution = evolution;
    this.table = table;
  }

  /**
   * What is compared once.
   *
   * @param columns which list of columns; thousands of partitions share one, and to hold the
   *     content of two against each other costs their depth
   * @param written which lists
   */
  private record Alike(
      int columns,
      TableFormat format,
      @Nullable ColumnMapping mapping,
      List<Integer> written) {}

  /** The partition's changes, then its files', each once. */
  List<Met> changes(Patient.Part part) {
    Storage storage = part.partition().storage();
    Alike alike =
        new Alike(
            number(part.partition().columns()),
            storage.format(),
            storage.declaredMapping(),
            part.written().stream().map(this::number).toList());
    return known.computeIfAbsent(alike, this::compared);
  }

  private int number(List<Column> columns) {
    Integer known = byIdentity.get(columns);
    if (known == null) {
      known = byContent.computeIfAbsent(columns, fresh -> byContent.size());
      byIdentity.put(columns, known);
      if (known == lists.size()) {
        lists.add(columns);
      }
    }
    return known;
  }

  private List<Met> compared(Alike alike) {
    List<Met> all = new ArrayList<>();
    List<SchemaChange> stale = between(alike, lists.get(alike.columns));
    for (SchemaChange change : stale) {
      all.add(met(Drift.Level.PARTITION, change, alike, PartitionSchema.STALE));
    }
    for (int file : alike.written) {
      for (SchemaChange change : between(alike, lists.get(file))) {
        PartitionSchema partition =
            stale.contains(change) ? PartitionSchema.STALE : PartitionSchema.FRESH;
        Met met = met(Drift.Level.FILE, change, alike, partition);
        if (!all.contains(met)) {
          all.add(met);
        }
      }
    }
    return List.copyOf(all);
  }

  private List<SchemaChange> between(Alike alike, List<Column> older) {
    if (older.equals(table)) {
      return List.of();
    }
    return MetChange.mode(alike.format, alike.mapping)
        .map(mode -> SchemaDrift.between(table, older, mode.columns(), mode.fields()))
        .orElseGet(() -> SchemaDrift.between(table, older));
  }

  private Met met(Drift.Level level, SchemaChange change, Alike alike, PartitionSchema partition) {
    Map<EngineName, EvolutionCell> engines = new LinkedHashMap<>();
    for (EngineName engine : evolution.engines().stream().sorted().toList()) {
      Optional<ReadMode> mode = evolution.mode(engine, alike.format, alike.mapping);
      engines.put(
          engine,
          mode.map(read -> evolution.cell(engine, read, change.kind(), partition))
              .orElseGet(EvolutionCell::missing));
    }
    return new Met(level, change, alike.format, alike.mapping, partition, engines);
  }
}
