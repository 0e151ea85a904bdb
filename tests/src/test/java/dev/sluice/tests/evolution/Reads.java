package dev.sluice.tests.evolution;

import dev.sluice.ColumnMapping;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an engine makes of a case: reads all columns, and each by itself if that fails.
 */
final class Reads {
  /** An engine with the cases' tables. */
  interface Evolved {
    /**
     * @param where a condition that both engines spell alike; empty for all rows
     */
    Answer ask(
        Stored stored,
        EvolutionCase one,
        PartitionSchema partition,
        List<String> columns,
        String where)
        throws Exception;

    default Answer ask(
        Stored stored, EvolutionCase one, PartitionSchema partition, List<String> columns)
        throws Exception {
      return ask(stored, one, partition, columns, "");
    }

    /** Whether what the catalog says of a partition's columns can matter to it. */
    default boolean looksAtPartitions(Stored stored) {
      return true;
    }

    /** Those of the case's columns that it reads where nothing has changed. */
    default List<String> readable(Stored stored, EvolutionCase one) {
      return one.newer().fields().stream().map(Type.Field::name).toList();
    }
  }

  /** Rows in the form of {@link Comparison}, or an error, which may have a code. */
  record Answer(List<List<@Nullable Object>> rows, boolean failed, @Nullable String code) {
    static Answer of(List<List<@Nullable Object>> rows) {
      return new Answer(rows, false, null);
    }

    static Answer failure(@Nullable String code) {
      return new Answer(List.of(), true, code);
    }
  }

  private final Evolved engine;

  Reads(Evolved engine) {
    this.engine = engine;
  }

  Outcome of(Stored stored, EvolutionCase written, PartitionSchema partition) throws Exception {
    boolean byPosition = stored.mode().columns() == ColumnMapping.BY_POSITION;
    EvolutionCase one = byPosition ? written.byPosition() : written;
    List<String> names = engine.readable(stored, one);
    Answer all = engine.ask(stored, one, partition, names);
    if (!all.failed()) {
      return Outcome.of(compared(one, names, all.rows()));
    }
    if (engine.ask(stored, one, partition, List.of(untouched(one))).failed()) {
      return Outcome.error(all.code(), ErrorScope.ANY_QUERY);
    }
    Reading worst = Reading.ERROR;
    for (String name : byPosition ? names : changed(one)) {
      Answer alone = engine.ask(stored, one, partition, List.of(name));
      if (!alone.failed()) {
        worst = worst.worse(compared(one, List.of(name), alone.rows()));
      }
    }
    return worst == Reading.ERROR
        ? Outcome.error(all.code(), ErrorScope.CHANGED_COLUMN)
        : Outcome.of(worst);
  }

  /** By name, other columns are as they were. */
  private static List<String> changed(EvolutionCase one) {
    return one.newer().fields().stream()
        .filter(field -> !one.older().fields().contains(field))
        .map(Type.Field::name)
        .toList();
  }

  /** A column that is as it was, and if there is one, where it was. */
  private static String untouched(EvolutionCase one) {
    List<Type.Field> older = one.older().fields();
    List<Type.Field> newer = one.newer().fields();
    for (int i = 0; i < Math.min(older.size(), newer.size()); i++) {
      if (newer.get(i).equals(older.get(i))) {
        return newer.get(i).name();
      }
    }
    return newer.stream().filter(older::contains).findFirst().orElseThrow().name();
  }

  private static Reading compared(
      EvolutionCase one, List<String> names, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> truth = one.truth();
    if (rows.size() != truth.size()) {
      return Reading.WRONG;
    }
    List<String> all = one.newer().fields().stream().map(Type.Field::name).toList();
    Reading worst = Reading.RIGHT;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < names.size(); column++) {
        Object right = truth.get(row).get(all.indexOf(names.get(column)));
        worst = worst.worse(Comparison.of(right, rows.get(row).get(column)));
      }
    }
    return worst;
  }
}
