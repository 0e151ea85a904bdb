package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.ManyRows;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Conditions on columns that have changed, over files whose groups of rows have statistics of the
 * older types: what an engine skips holds no row of the answer, wherever it reads the rows rightly.
 * A condition on what fails to be read fails, too.
 */
@Tag("long")
@ExtendWith(SharedLake.class)
class SkippedGroupsTest {
  /** The rows that are read by themselves, to see whether they are read rightly. */
  private static final int FEW = 5;

  /** A condition, and the rows that meet it. */
  private record Condition(String sql, IntPredicate holds) {
    long count() {
      return IntStream.range(0, ManyRows.ROWS).filter(holds).count();
    }
  }

  private static final Map<String, List<Condition>> CONDITIONS =
      Map.ofEntries(
          entry(
              "many_none",
              new Condition("a = 5000", i -> i == 2500),
              new Condition("b = '77'", i -> i == 77),
              new Condition("d.n.x.y = 2509", i -> i == 2500)),
          entry(
              "many_add",
              new Condition("z IS NULL AND id > 11995", i -> i > 11_995),
              new Condition("z = 5", i -> false),
              new Condition("z IS NULL AND a = 5000", i -> i == 2500)),
          entry(
              "many_add_end",
              new Condition("z IS NULL AND id > 11995", i -> i > 11_995),
              new Condition("z = 5", i -> false),
              new Condition("(z = 5 OR z IS NULL) AND a = 5000", i -> i == 2500)),
          entry(
              "many_swap",
              new Condition("id = 2500", i -> i == 2500),
              new Condition("b = '77'", i -> i == 77)),
          entry(
              "many_rename",
              new Condition("z = 5000", i -> i == 2500),
              new Condition("z > 23990", i -> i > 11_995),
              new Condition("z IS NULL", i -> false)),
          entry(
              "many_int_bigint",
              new Condition("a = 5000", i -> i == 2500),
              new Condition("a > 23000", i -> i > 11_500),
              new Condition("a > 5000000000", i -> false),
              new Condition("a < 5000000000 AND id < 10", i -> i < 10)),
          entry(
              "many_tinyint_int",
              new Condition("t = 50 AND id < 6002", i -> i == 6000 || i == 6001),
              new Condition("t > 98 AND id > 11997", i -> i > 11_997),
              new Condition("t > 1000", i -> false),
              new Condition("t < 1000 AND id < 10", i -> i < 10)),
          entry(
              "many_float_double",
              new Condition("f = 2500.5e0", i -> i == 2500),
              new Condition("f > 11990e0", i -> i >= 11_990)),
          entry(
              "many_double_float",
              new Condition("g = CAST(2500.25e0 AS REAL)", i -> i == 2500),
              new Condition("g > CAST(11990e0 AS REAL)", i -> i >= 11_990)),
          entry(
              "many_int_double",
              new Condition("a = 5000e0", i -> i == 2500),
              new Condition("a > 23980.5e0", i -> i > 11_990),
              new Condition("a = 5000.5e0", i -> false)),
          entry(
              "many_int_decimal",
              new Condition("a = CAST('5000' AS DECIMAL(14,2))", i -> i == 2500),
              new Condition("a > CAST('23980.5' AS DECIMAL(14,2))", i -> i > 11_990)),
          entry(
              "many_int_string",
              new Condition("a = '5000'", i -> i == 2500),
              new Condition("a > '9998'", i -> String.valueOf(2 * i).compareTo("9998") > 0)),
          entry(
              "many_string_int",
              new Condition("b = 2500", i -> i == 2500),
              new Condition("b > 11990", i -> i > 11_990),
              new Condition("b < 10", i -> i < 10)),
          entry(
              "many_precision",
              new Condition("p = CAST('2500.25' AS DECIMAL(20,2))", i -> i == 2500),
              new Condition("p > CAST('11990' AS DECIMAL(20,2))", i -> i >= 11_990),
              new Condition("p > CAST('12345678901234567.25' AS DECIMAL(20,2))", i -> false)),
          entry(
              "many_scale",
              new Condition("p = CAST('2500.25' AS DECIMAL(14,4))", i -> i == 2500),
              new Condition("p > CAST('11990' AS DECIMAL(14,4))", i -> i >= 11_990)),
          entry(
              "many_field_widen",
              new Condition("s.u = 2507", i -> i == 2500),
              new Condition("s.u > 5000000000", i -> false)),
          entry(
              "many_field_add",
              new Condition("s.x IS NULL AND id < 7", i -> i < 7),
              new Condition("s.u = 2507 AND s.x IS NULL", i -> i == 2500),
              new Condition("s.x = 5", i -> false)),
          entry(
              "many_deep_widen",
              new Condition("d.n.x.y = 2509", i -> i == 2500),
              new Condition("d.n.x.y > 12000", i -> i > 11_991),
              new Condition("d.n.x.y > 5000000000", i -> false)),
          entry(
              "many_deep_add",
              new Condition("d.n.x.z IS NULL AND id < 7", i -> i < 7),
              new Condition("d.n.x.y = 2509 AND d.n.x.z IS NULL", i -> i == 2500),
              new Condition("d.n.x.z = 5", i -> false)),
          entry(
              "many_deep_add_start",
              new Condition("d.n.x.y = 2509 AND d.n.x.z IS NULL", i -> i == 2500),
              new Condition("d.n.x.z = 5", i -> false)),
          entry(
              "many_widen_and_add",
              new Condition("a = 5000 AND z IS NULL", i -> i == 2500),
              new Condition("a > 5000000000 OR z = 5", i -> false),
              new Condition("a > 23990", i -> i > 11_995)),
          entry(
              "many_widen_and_swap",
              new Condition("a = 5000 AND id = 2500", i -> i == 2500),
              new Condition("b = '77' AND a < 5000000000", i -> i == 77)),
          entry(
              "many_fields",
              new Condition("s.u = 2507 AND s.x IS NULL", i -> i == 2500),
              new Condition("s.u > 5000000000 OR s.x = 5", i -> false)));

  private static Map.Entry<String, List<Condition>> entry(String name, Condition... conditions) {
    return Map.entry(name, List.of(conditions));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void trinoSkipsNoRowOfTheAnswer(TrinoStandIn trino) throws Exception {
    check(
        new EvolvedTrino(trino),
        EngineName.of("athena"),
        List.of(
            Stored.PARQUET_BY_NAME,
            Stored.PARQUET_BY_POSITION,
            Stored.ORC_BY_NAME,
            Stored.ORC_BY_POSITION),
        EvolutionOnTrinoTest::expected,
        EvolutionOnTrinoTest::inConditions);
  }

  @Test
  void sparkSkipsNoRowOfTheAnswer(EvolvedSpark spark) throws Exception {
    check(
        spark,
        EvolvedSpark.NAME,
        List.of(Stored.PARQUET_BY_NAME, Stored.ORC_BY_NAME, Stored.ORC_BY_POSITION),
        EvolutionCell::outcome,
        EvolutionCell::inConditions);
  }

  private static void check(
      Reads.Evolved engine,
      EngineName name,
      List<Stored> ways,
      Function<EvolutionCell, Outcome> expected,
      Function<EvolutionCell, @Nullable Outcome> conditions)
      throws Exception {
    Evolution evolution = Evolution.shipped();
    List<String> wrong = new ArrayList<>();
    for (EvolutionCase one : ManyRows.all()) {
      for (Stored stored : ways) {
        Set<PartitionSchema> partitions =
            engine.looksAtPartitions(stored)
                ? Findings.OF_OLDER_FILES
                : EnumSet.of(PartitionSchema.FRESH);
        for (PartitionSchema partition : partitions) {
          List<EvolutionCell> cells =
              Findings.changes(one, stored.mode()).stream()
                  .map(change -> evolution.cell(name, stored.mode(), change, partition))
                  .toList();
          Said said =
              new Said(
                  cells.stream()
                      .map(cell -> expected.apply(cell).reading())
                      .reduce(Reading.RIGHT, Reading::worse),
                  cells.stream()
                      .map(conditions)
                      .filter(Objects::nonNull)
                      .max(Comparator.comparing(Outcome::reading))
                      .orElse(null));
          new AskedGroups(engine, one, stored, partition).check(said).forEach(wrong::add);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * What the matrix says of all changes of a case.
   *
   * @param inConditions null where that is nothing else
   */
  private record Said(Reading plain, @Nullable Outcome inConditions) {}

  private record AskedGroups(
      Reads.Evolved engine, EvolutionCase one, Stored stored, PartitionSchema partition) {
    /** What comes out otherwise than it should. */
    List<String> check(Said said) throws Exception {
      List<Condition> conditions = Objects.requireNonNull(CONDITIONS.get(one.name()));
      List<String> where = new ArrayList<>(List.of("id < " + FEW));
      conditions.forEach(condition -> where.add(condition.sql()));
      List<Reads.Answer> answers = answers(where);
      Reading plain = plain(answers.get(0));
      List<String> wrong = new ArrayList<>();
      if (plain.compareTo(said.plain()) > 0) {
        wrong.add(told("reading", plain + ", not " + said.plain()));
      }
      for (int i = 0; i < conditions.size(); i++) {
        Reads.Answer answer = answers.get(i + 1);
        if (!isAsSaid(answer, conditions.get(i), said, plain)) {
          String found = answer.failed() ? answer.code() : String.valueOf(answer.rows().size());
          wrong.add(told(conditions.get(i).sql(), found + ", not " + conditions.get(i).count()));
        }
      }
      return wrong;
    }

    private String told(String what, String found) {
      return "%s %s %s %s gives %s".formatted(one.name(), stored, partition, what, found);
    }

    private Reading plain(Reads.Answer few) {
      EvolutionCase read =
          stored.mode().columns() == ColumnMapping.BY_POSITION ? one.byPosition() : one;
      return few.failed()
          ? Reading.ERROR
          : Reads.compared(
              read, read.truth().subList(0, FEW), engine.readable(stored, one), few.rows());
    }

    /** The rows of each condition, all at once where that is quicker and nothing fails. */
    private List<Reads.Answer> answers(List<String> where) throws Exception {
      EvolvedTable table = EvolvedTable.of(stored, one, partition);
      List<String> all = engine.readable(stored, one);
      List<List<List<@Nullable Object>>> together =
          engine.atOnce() == 1
              ? null
              : new Reads(engine)
                  .together(
                      where.stream().map(sql -> new Reads.Question(table, all, sql)).toList());
      List<Reads.Answer> answers = new ArrayList<>();
      for (int i = 0; i < where.size(); i++) {
        List<String> columns = i == 0 ? all : List.of(all.get(0));
        answers.add(
            together == null
                ? engine.ask(table, columns, all, where.get(i))
                : Reads.Answer.of(together.get(i)));
      }
      return answers;
    }

    /**
     * What is not read at all may fail, or be skipped where statistics tell that nothing is there.
     * Where rows are not what was written, no condition has a right answer, and where the matrix
     * says that they are not, or nothing, conditions on them may come to anything.
     */
    private static boolean isAsSaid(
        Reads.Answer answer, Condition condition, Said said, Reading plain) {
      if (said.plain() == Reading.WRONG || said.plain() == Reading.UNKNOWN) {
        return true;
      }
      boolean right = !answer.failed() && answer.rows().size() == condition.count();
      Outcome in = said.inConditions();
      return switch (plain) {
        case RIGHT ->
            in == null
                ? right
                : in.reading() == Reading.WRONG
                    || (answer.failed() && Objects.equals(answer.code(), in.code()));
        case ERROR -> answer.failed() || right || (in != null && in.reading() == Reading.WRONG);
        case NULL, WRONG, UNKNOWN -> true;
      };
    }
  }
}
