package dev.sluice.tests.evolution;

import dev.sluice.ColumnMapping;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Outcome;
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
     * One row: for each question a list of its rows. Fails where one of them does; null stands for
     * no rows.
     */
    default Answer together(List<Question> questions) throws Exception {
      throw new UnsupportedOperationException("One question at a time");
    }

    /** How many questions are asked quickest in one. */
    default int atOnce() {
      return 1;
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

  /** What is asked of a table. */
  record Question(EvolvedTable table, List<String> columns, String where) {}

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

  /**
   * @param written whose columns are the table's now
   * @param rightByName what is right to read, row by row; null where that is what the case says
   */
  Outcome of(
      EvolvedTable table, EvolutionCase written, @Nullable List<List<@Nullable Object>> rightByName)
      throws Exception {
    boolean byPosition = table.stored().mode().columns() == ColumnMapping.BY_POSITION;
    EvolutionCase one = byPosition ? written.byPosition() : written;
    List<List<@Nullable Object>> truth = rightByName == null ? one.truth() : rightByName;
    List<String> names = engine.readable(table.stored(), one);
    Answer all = engine.ask(table, names);
    if (!all.failed()) {
      return Outcome.of(compared(one, truth, names, all.rows()));
    }
    if (engine.ask(table, List.of(untouched(one))).failed()) {
      return Outcome.error(all.code(), ErrorScope.ANY_QUERY);
    }
    Reading worst = Reading.ERROR;
    for (String name : byPosition ? names : changed(one)) {
      Answer alone = engine.ask(table, List.of(name));
      if (!alone.failed()) {
        worst = worst.worse(compared(one, truth, List.of(name), alone.rows()));
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

  /** The rows of each question, or null where one of them fails. */
  @Nullable List<List<List<@Nullable Object>>> together(List<Question> questions) throws Exception {
    Answer answer = engine.together(questions);
    if (answer.failed()) {
      return null;
    }
    List<List<List<@Nullable Object>>> all = new ArrayList<>();
    for (Object rows : answer.rows().get(0)) {
      all.add(rows == null ? List.of() : rows(rows));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // an array of structs, which are lists
  private static List<List<@Nullable Object>> rows(Object rows) {
    return (List<List<@Nullable Object>>) rows;
  }

  /** What is asked of a recorded column that should be what it is. */
  static Question question(EvolvedTable table, @Nullable Object truth) {
    String condition = Conditions.equal(table.recordedType(), truth);
    return new Question(table, List.of(RecordedColumn.NAME), condition == null ? "" : condition);
  }

  /** What is asked of a case, by name. */
  Question question(EvolvedTable table, EvolutionCase one) {
    return new Question(table, engine.readable(table.stored(), one), "");
  }

  /**
   * What rows that are the answer come to; null where they show less than other questions would.
   */
  static @Nullable Found found(
      Question question, List<List<@Nullable Object>> rows, @Nullable Object truth) {
    if (rows.size() == 1 && Comparison.of(truth, rows.get(0).get(0)) == Reading.RIGHT) {
      Outcome right = Outcome.of(Reading.RIGHT);
      return new Found(right, question.where().isEmpty() ? null : right);
    }
    return null;
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

  static Reading compared(
      EvolutionCase one,
      List<List<@Nullable Object>> truth,
      List<String> names,
      List<List<@Nullable Object>> rows) {
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
