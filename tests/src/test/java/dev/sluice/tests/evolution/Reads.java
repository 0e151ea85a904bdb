package dev.sluice.tests.evolution;

import dev.sluice.ColumnMapping;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an engine makes of a case: reads all columns, and each by itself if that fails.
 */
final class Reads {
  /** An engine with the cases' tables. */
  interface Evolved {
    /**
     * @param more columns that the condition may be on
     * @param where a condition that both engines spell alike; empty for all rows
     */
    Answer ask(EvolvedTable table, List<String> columns, List<String> more, String where)
        throws Exception;

    default Answer ask(EvolvedTable table, List<String> columns) throws Exception {
      return ask(table, columns, List.of(), "");
    }

    /**
     * One row: of each table the one value of its recorded column, which no engine need look for
     * twice. Fails where one of them does.
     *
     * @param conditions one a table, or empty
     */
    Answer values(List<EvolvedTable> tables, List<String> conditions) throws Exception;

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

  /**
   * What comes of reading, and of a condition on what is read; null where none was asked for. That
   * is only done where the condition has an answer to give.
   */
  record Found(Outcome plain, @Nullable Outcome inConditions) {
    @Override
    public String toString() {
      return plain + (inConditions == null ? "" : ", in conditions " + inConditions);
    }
  }

  private final Evolved engine;

  Reads(Evolved engine) {
    this.engine = engine;
  }

  Outcome of(Stored stored, EvolutionCase written, PartitionSchema partition) throws Exception {
    boolean byPosition = stored.mode().columns() == ColumnMapping.BY_POSITION;
    EvolutionCase one = byPosition ? written.byPosition() : written;
    EvolvedTable table = EvolvedTable.of(stored, one, partition);
    List<String> names = engine.readable(stored, one);
    Answer all = engine.ask(table, names);
    if (!all.failed()) {
      return Outcome.of(compared(one, names, all.rows()));
    }
    if (engine.ask(table, List.of(untouched(one))).failed()) {
      return Outcome.error(all.code(), ErrorScope.ANY_QUERY);
    }
    Reading worst = Reading.ERROR;
    for (String name : byPosition ? names : changed(one)) {
      Answer alone = engine.ask(table, List.of(name));
      if (!alone.failed()) {
        worst = worst.worse(compared(one, List.of(name), alone.rows()));
      }
    }
    return worst == Reading.ERROR
        ? Outcome.error(all.code(), ErrorScope.CHANGED_COLUMN)
        : Outcome.of(worst);
  }

  /**
   * Of a table with a recorded column of one row: reads it where it is what it should be, which
   * says all where it succeeds.
   */
  Found of(EvolvedTable table, @Nullable Object truth) throws Exception {
    List<String> column = List.of(RecordedColumn.NAME);
    String condition = Conditions.equal(table.recordedType(), truth);
    if (condition == null) {
      return new Found(plain(table, truth), null);
    }
    Answer answer = engine.ask(table, column, List.of(), condition);
    if (isRight(answer, truth)) {
      return new Found(Outcome.of(Reading.RIGHT), Outcome.of(Reading.RIGHT));
    }
    Outcome plain = plain(table, truth);
    return new Found(plain, plain.reading() == Reading.RIGHT ? inConditions(answer) : null);
  }

  /**
   * What is found of tables that should all be read right, in one question where that is so; null
   * where they have to be asked about one by one.
   */
  @Nullable List<Found> together(List<EvolvedTable> tables, List<@Nullable Object> truths)
      throws Exception {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      String condition = Conditions.equal(tables.get(i).recordedType(), truths.get(i));
      conditions.add(condition == null ? "" : condition);
    }
    Answer answer = engine.values(tables, conditions);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < tables.size() && answer.rows().size() == 1; i++) {
      if (Comparison.of(truths.get(i), answer.rows().get(0).get(i)) == Reading.RIGHT) {
        Outcome right = Outcome.of(Reading.RIGHT);
        found.add(new Found(right, conditions.get(i).isEmpty() ? null : right));
      }
    }
    return found.size() == tables.size() ? found : null;
  }

  private static boolean isRight(Answer answer, @Nullable Object truth) {
    return answer.rows().size() == 1
        && Comparison.of(truth, answer.rows().get(0).get(0)) == Reading.RIGHT;
  }

  private static Outcome inConditions(Answer answer) {
    return answer.failed()
        ? Outcome.error(answer.code(), ErrorScope.CHANGED_COLUMN)
        : Outcome.of(Reading.WRONG);
  }

  private Outcome plain(EvolvedTable table, @Nullable Object truth) throws Exception {
    Answer answer = engine.ask(table, List.of(RecordedColumn.NAME));
    if (!answer.failed()) {
      return answer.rows().size() == 1
          ? Outcome.of(Comparison.of(truth, answer.rows().get(0).get(0)))
          : Outcome.of(Reading.WRONG);
    }
    boolean any = engine.ask(table, List.of(RecordedColumn.OTHER)).failed();
    return Outcome.error(answer.code(), any ? ErrorScope.ANY_QUERY : ErrorScope.CHANGED_COLUMN);
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
