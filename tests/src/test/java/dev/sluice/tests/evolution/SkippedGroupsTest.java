package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.ManyRows;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Conditions on columns that have changed, over files whose groups of rows have statistics of the
 * older types: what an engine skips holds no row of the answer. A condition on what fails to be
 * read fails, too.
 */
@ExtendWith(SharedLake.class)
class SkippedGroupsTest {
  private static final List<Stored> WAYS = List.of(Stored.PARQUET_BY_NAME, Stored.ORC_BY_NAME);

  /** A condition, and the rows that meet it. */
  private record Condition(String sql, IntPredicate holds) {
    long count() {
      return IntStream.range(0, ManyRows.ROWS).filter(holds).count();
    }
  }

  private static final Map<String, List<Condition>> CONDITIONS =
      Map.of(
          "many_none",
          List.of(
              new Condition("a = 5000", i -> i == 2500), new Condition("b = '77'", i -> i == 77)),
          "many_int_bigint",
          List.of(
              new Condition("a = 5000", i -> i == 2500),
              new Condition("a > 23000", i -> i > 11_500),
              new Condition("a > 5000000000", i -> false),
              new Condition("a < 5000000000 AND id < 10", i -> i < 10)),
          "many_float_double",
          List.of(
              new Condition("f = 2500.5e0", i -> i == 2500),
              new Condition("f > 11990e0", i -> i >= 11_990)),
          "many_add",
          List.of(
              new Condition("z IS NULL AND id > 11995", i -> i > 11_995),
              new Condition("z = 5", i -> false),
              new Condition("z IS NULL AND a = 5000", i -> i == 2500)),
          "many_int_string",
          List.of(
              new Condition("a = '5000'", i -> i == 2500),
              new Condition("a > '9998'", i -> String.valueOf(2 * i).compareTo("9998") > 0)),
          "many_string_int",
          List.of(
              new Condition("b = 2500", i -> i == 2500),
              new Condition("b > 11990", i -> i > 11_990),
              new Condition("b < 10", i -> i < 10)),
          "many_swap",
          List.of(
              new Condition("id = 2500", i -> i == 2500), new Condition("b = '77'", i -> i == 77)),
          "many_field_widen",
          List.of(
              new Condition("s.u = 2507", i -> i == 2500),
              new Condition("s.u > 5000000000", i -> false)),
          "many_field_add",
          List.of(
              new Condition("s.x IS NULL AND id < 7", i -> i < 7),
              new Condition("s.u = 2507 AND s.x IS NULL", i -> i == 2500),
              new Condition("s.x = 5", i -> false)));

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void trinoSkipsNoRowOfTheAnswer(TrinoStandIn trino) throws Exception {
    check(
        new EvolvedTrino(trino),
        EngineName.of("athena"),
        cell -> cell.standInConditions() == null ? cell.inConditions() : cell.standInConditions());
  }

  @Test
  void sparkSkipsNoRowOfTheAnswer(EvolvedSpark spark) throws Exception {
    check(spark, EvolvedSpark.NAME, EvolutionCell::inConditions);
  }

  private static void check(
      Reads.Evolved engine, EngineName name, Function<EvolutionCell, @Nullable Outcome> conditions)
      throws Exception {
    Evolution evolution = Evolution.shipped();
    List<String> wrong = new ArrayList<>();
    for (EvolutionCase one : ManyRows.all()) {
      for (Stored stored : WAYS) {
        for (PartitionSchema partition : Findings.OF_OLDER_FILES) {
          Outcome said =
              Findings.changes(one, stored.mode()).stream()
                  .map(change -> evolution.cell(name, stored.mode(), change, partition))
                  .map(conditions)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElse(null);
          List<String> all = engine.readable(stored, one);
          EvolvedTable table = EvolvedTable.of(stored, one, partition);
          boolean unreadable = engine.ask(table, all, List.of(), "id < 5").failed();
          for (Condition condition : Objects.requireNonNull(CONDITIONS.get(one.name()))) {
            Reads.Answer answer = engine.ask(table, List.of("id"), all, condition.sql());
            if (!isAsSaid(answer, condition, said, unreadable)) {
              wrong.add(told(stored, one, partition, condition, answer));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * What is not read at all may fail, or be skipped where statistics tell that nothing is there.
   */
  private static boolean isAsSaid(
      Reads.Answer answer, Condition condition, @Nullable Outcome said, boolean unreadable) {
    if (said != null) {
      return answer.failed() && Objects.equals(answer.code(), said.code());
    }
    return unreadable
        ? answer.failed()
        : !answer.failed() && answer.rows().size() == condition.count();
  }

  private static String told(
      Stored stored,
      EvolutionCase one,
      PartitionSchema partition,
      Condition condition,
      Reads.Answer answer) {
    return "%s %s %s %s gives %s, not %d"
        .formatted(
            one.name(),
            stored,
            partition,
            condition.sql(),
            answer.failed() ? answer.code() : answer.rows().size(),
            condition.count());
  }
}
