package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.TableScan;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.rewrite.Aliases;
import dev.sluice.sql.rewrite.RangePredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code datetime} over a table whose keys are year, month, day and hour. */
class SplitKeyTest {
  private static final int PREDICATES = 2000;

  /** Bounds of every length, and some that are no times. */
  private static final List<String> BOUNDS =
      List.of(
          "",
          "2",
          "2025",
          "2026",
          "2026-",
          "2026-0",
          "2026-03",
          "2026-03-",
          "2026-03-27",
          "2026-03-28",
          "2026-03-27-16",
          "2026-03-27-05",
          "2026-03-27-16-00",
          "2026-11-01-00",
          "2026-03-27 16",
          "2026-03-27x",
          "2027-01-01-00",
          "x",
          "２０２６");

  /** A time, as a partition's values and as the text. */
  private record Hour(String year, int month, String day, int hour) {
    static Hour random(Random random) {
      return new Hour(
          random.nextBoolean() ? "2026" : random.nextBoolean() ? "2025" : "2027",
          random.nextBoolean() ? 3 : random.nextBoolean() ? 1 : 11,
          random.nextBoolean() ? "27" : random.nextBoolean() ? "01" : "28",
          random.nextBoolean() ? 16 : random.nextInt(24));
    }

    String text() {
      return "%s-%02d-%s-%02d".formatted(year, month, day, hour);
    }

    List<String> values() {
      return List.of(year, Integer.toString(month), "eu", day, Integer.toString(hour));
    }

    Map<String, String> keys() {
      return Map.of(
          "year",
          year,
          "month",
          Integer.toString(month),
          "day",
          day,
          "hour",
          Integer.toString(hour));
    }
  }

  private static Pruning prune(BoundQuery bound, List<Hour> hours) {
    List<Partition> partitions =
        hours.stream()
            .map(
                hour ->
                    new Partition(
                        hour.values(),
                        TestLake.HOURLY.columns(),
                        TestLake.HOURLY.storage(),
                        Map.of()))
            .toList();
    TableScan scan =
        new TableScan(
            TestLake.HOURLY,
            List.of(),
            null,
            OptionalLong.of(partitions.size()),
            partitions,
            List.of(),
            List.of());
    return Pruner.prune(bound).confirmed(List.of(scan));
  }

  private static Optional<SqlNode> said(BoundQuery bound, Pruning pruning) {
    return RangePredicate.of(
        pruning.hidden((SqlSelect) bound.root()), new Aliases(bound, Set.of("web")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "datetime = '2026-03-27-16'|year = '2026' AND month = 3 AND day = '27' AND hour = 16",
        "datetime LIKE '2026-03-27%'|year = '2026' AND month = 3 AND day >= '27' AND day < '28'",
        "datetime BETWEEN '2026-03-27-16' AND '2026-03-28-02'|year = '2026' AND month = 3"
            + " AND (day >= '27' AND (day > '27' OR hour >= 16))"
            + " AND (day <= '28' AND (day < '28' OR hour <= 2))",
        "datetime >= '2026-03' AND datetime < '2026-05'|year = '2026' AND month >= 3 AND month < 5",
        "datetime >= '2025-12-31'|year >= '2025' AND (year > '2025' OR month >= 12 AND (month > 12 OR day >= '31'))",
        "v.datetime < '2026'|year < '2026'",
      })
  void oneRangeIsSaidOfTheKeys(String where, String predicate) {
    BoundQuery bound = Queries.bind("SELECT id FROM web.hourly v WHERE " + where);
    String said = said(bound, prune(bound, List.of())).orElseThrow().toString().replace("`v`.", "");
    assertThat(said.replace("`", "").replaceAll("[()]", ""))
        .isEqualTo(predicate.replaceAll("[()]", ""));
  }

  @Test
  void partitionsWithOtherDigitsAreSelectedButNothingIsSaidOfTheKeys() {
    BoundQuery bound =
        Queries.bind("SELECT id FROM web.hourly WHERE datetime BETWEEN '2026-03-01' AND '2026-04'");
    Pruning pruning = prune(bound, List.of(new Hour("2026", 3, "7", 5)));
    assertThat(said(bound, pruning)).isEmpty();
    assertThat(pruning.selector(TestLake.HOURLY).test(List.of("2026", "3", "eu", "7", "5")))
        .isTrue();
    assertThat(pruning.selector(TestLake.HOURLY).test(List.of("2026", "4", "eu", "7", "5")))
        .isFalse();
    Pruning unknown = Pruner.prune(bound).confirmed(List.of());
    assertThat(said(bound, unknown)).isEmpty();
  }

  /** {@code 26-03} is above {@code 2026} as a text, and 26 is not above 2026 as a number. */
  @Test
  void nothingIsSaidOfYearsWithFewerDigits() {
    BoundQuery bound = Queries.bind("SELECT id FROM web.monthly WHERE datetime >= '2026-03'");
    assertThat(saidOfMonths(bound, "2026")).isPresent();
    assertThat(saidOfMonths(bound, "26")).isEmpty();
    assertThat(saidOfMonths(bound, "0026")).isEmpty();
  }

  private static Optional<SqlNode> saidOfMonths(BoundQuery bound, String year) {
    Partition partition =
        new Partition(
            List.of(year, "3"), TestLake.MONTHLY.columns(), TestLake.MONTHLY.storage(), Map.of());
    TableScan scan =
        new TableScan(
            TestLake.MONTHLY,
            List.of(),
            null,
            OptionalLong.of(1),
            List.of(partition),
            List.of(),
            List.of());
    return said(bound, Pruner.prune(bound).confirmed(List.of(scan)));
  }

  @Test
  void aNameThatLeadsElsewhereIsNotTheSplitKey() {
    assertThat(Queries.bind("SELECT datetime FROM web.visits, web.hourly").root().toString())
        .contains("`visits`.`datetime`");
    assertThat(Queries.bind("SELECT * FROM web.hourly").columns())
        .extracting(column -> column.name())
        .containsExactly("id", "year", "month", "region", "day", "hour");
    assertThat(Queries.bind("SELECT datetime, max(id) FROM web.hourly GROUP BY datetime").columns())
        .extracting(column -> column.name() + " " + column.type())
        .startsWith("datetime varchar");
    assertThatThrownBy(() -> Queries.bind("SELECT datetime FROM web.hourly a, web.hourly b"))
        .hasMessage(
            "Several tables split a datetime over their keys at line 1, column 8; qualify the"
                + " name, as in a.datetime");
    assertThatThrownBy(() -> Queries.bind("SELECT datetime FROM web.hourly a (u, v, w, x, y, z)"))
        .hasMessageContaining("Column datetime not found");
  }

  @Test
  void everyHourForWhichAConditionHoldsIsSelectedAndSaid() {
    Random random = new Random(42);
    int left = 0;
    int unsaid = 0;
    for (int i = 0; i < PREDICATES; i++) {
      Predicate predicate = Predicate.ofTime(random, 2, BOUNDS);
      BoundQuery bound = Queries.bind("SELECT id FROM web.hourly WHERE " + predicate.sql());
      List<Hour> hours = new ArrayList<>();
      for (int j = 0; j < 40; j++) {
        hours.add(Hour.random(random));
      }
      Pruning pruning = prune(bound, hours);
      Optional<SqlNode> said = said(bound, pruning);
      for (Hour hour : hours) {
        boolean needed = Boolean.TRUE.equals(predicate.holds(row(hour)));
        boolean selected = selects(pruning, hour);
        assertThat(selected || !needed).as("%s in %s", hour, predicate.sql()).isTrue();
        assertThat(selected).as("%s in %s", hour, predicate.sql()).isEqualTo(needed);
        boolean isSaid = said.isEmpty() || AddedPredicate.holds(said.get(), hour.keys());
        assertThat(isSaid || !needed)
            .as("%s in %s, said as %s", hour, predicate.sql(), said)
            .isTrue();
        left += selected ? 0 : 1;
        unsaid += selected || !isSaid ? 0 : 1;
      }
    }
    assertThat(left).isGreaterThan(PREDICATES);
    assertThat(unsaid).isLessThan(left);
  }

  private static Predicate.Row row(Hour hour) {
    return new Predicate.Row(Map.of("datetime", hour.text()), null, hour.hour());
  }

  private static boolean selects(Pruning pruning, Hour hour) {
    for (KeyRanges ranges : pruning.ranges(TestLake.HOURLY)) {
      if (ranges.key().equals("datetime") && !ranges.contains(hour.text())) {
        return false;
      }
    }
    return pruning.selector(TestLake.HOURLY).test(hour.values());
  }
}
