package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.KeyRanges;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.bind.BoundQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;

/**
 * Random conditions that ask the clock, over keys near to what it shows: each partition for which
 * one holds at some time at which the plan may be run is selected.
 */
class ClockPropertiesTest {
  private static final int PREDICATES = Integer.getInteger("sluice.random.predicates", 400);

  private static final List<Instant> PLANNED =
      List.of(
          Instant.parse("2026-03-01T10:30:00Z"),
          Instant.parse("2026-03-01T00:00:00Z"),
          Instant.parse("2026-01-01T00:05:00Z"),
          Instant.parse("2025-12-31T23:59:59.999Z"),
          Instant.parse("2024-02-28T23:30:00Z"),
          Instant.parse("2026-10-25T00:45:00Z"));

  /** A partition of {@code web.visits}. */
  private record Sample(String datetime, String region, int hour) {
    List<String> values() {
      return List.of(datetime, region, Integer.toString(hour));
    }

    List<Predicate.Row> rows() {
      Map<String, String> keys = Map.of("datetime", datetime, "region", region);
      List<Predicate.Row> rows = new ArrayList<>();
      for (Integer n : new Integer[] {null, 1}) {
        rows.add(new Predicate.Row(keys, n, hour));
      }
      return rows;
    }

    boolean isNeeded(ClockPredicate predicate, List<LocalDateTime> times) {
      return times.stream()
          .anyMatch(
              time ->
                  rows().stream().anyMatch(row -> Boolean.TRUE.equals(predicate.holds(row, time))));
    }

    boolean isWithin(Pruning pruning) {
      for (KeyRanges ranges : pruning.ranges(TestLake.VISITS)) {
        if (!ranges.contains(ranges.key().equals("datetime") ? datetime : region)) {
          return false;
        }
      }
      return true;
    }

    boolean isSelected(Pruning pruning) {
      return isWithin(pruning) && pruning.selector(TestLake.VISITS).test(values());
    }
  }

  @Test
  void everyPartitionThatIsNeededAtSomeTimeIsSelected() {
    Random random = new Random(20260301);
    int needless = 0;
    int left = 0;
    int lasting = 0;
    for (int i = 0; i < PREDICATES; i++) {
      Instant planned = PLANNED.get(random.nextInt(PLANNED.size()));
      List<String> values = values(planned);
      ClockPredicate predicate = ClockPredicate.random(random, 2, values);
      Pruning pruning = prune(predicate, planned);
      List<LocalDateTime> times = times(planned);
      List<List<String>> leftOut = new ArrayList<>();
      List<Sample> samples = samples(random, values);
      for (Sample sample : samples) {
        boolean needed = sample.isNeeded(predicate, times);
        boolean selected = sample.isSelected(pruning);
        assertThat(selected || !needed)
            .as("%s at %s in %s", sample, planned, predicate.sql())
            .isTrue();
        needless += selected && !needed ? 1 : 0;
        left += selected ? 0 : 1;
        if (!selected && sample.isWithin(pruning)) {
          leftOut.add(sample.values());
        }
      }
      if (!pruning.isByClock(TestLake.VISITS, leftOut)) {
        lasting++;
        checkLasting(samples, pruning, predicate);
      }
    }
    // What is selected for nothing: texts by the minute, and hours over more than a part.
    assertThat(needless).isLessThan(left / 5);
    assertThat(lasting).isGreaterThan(PREDICATES / 20);
  }

  /** What does not depend on the clock holds a year later too. */
  private static void checkLasting(
      List<Sample> samples, Pruning pruning, ClockPredicate predicate) {
    List<LocalDateTime> later = times(Instant.parse("2027-06-30T05:00:00Z"));
    for (Sample sample : samples) {
      assertThat(sample.isSelected(pruning) || !sample.isNeeded(predicate, later))
          .as("%s a year later in %s", sample, predicate.sql())
          .isTrue();
    }
  }

  @Test
  void whatIsSaidToAnEngineDoesNotDependOnTheClock() {
    Random random = new Random(3);
    for (int i = 0; i < PREDICATES; i++) {
      Instant planned = PLANNED.get(random.nextInt(PLANNED.size()));
      ClockPredicate predicate = ClockPredicate.random(random, 2, values(planned));
      BoundQuery bound = bind(predicate);
      SqlSelect select = (SqlSelect) bound.root();
      assertThat(Pruner.prune(bound, planned).hidden(select).toString())
          .as(predicate.sql())
          .isEqualTo(Pruner.prune(bound).hidden(select).toString());
    }
  }

  @Test
  void everyTimestampThatAConditionTakesAtSomeTimeHasItsKeyInTheRanges() {
    Random random = new Random(11);
    for (int i = 0; i < PREDICATES; i++) {
      Instant planned = PLANNED.get(random.nextInt(PLANNED.size()));
      ClockText<LocalDateTime> clock = ClockText.time(random);
      String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
      boolean negated = random.nextBoolean();
      String where = (negated ? "NOT ts " : "ts ") + operator + " " + clock.sql();
      List<KeyRanges> ranges =
          Pruner.prune(Queries.bind("SELECT id FROM web.happened WHERE " + where), planned)
              .ranges(TestLake.HAPPENED);
      for (LocalDateTime now : times(planned)) {
        for (int hours = -2; hours <= 2 && !ranges.isEmpty(); hours++) {
          LocalDateTime ts = clock.at(now).plusMinutes(60L * hours);
          if (negated != ClockPredicate.judge(operator, ts.compareTo(clock.at(now)))) {
            assertThat(ranges.get(0).contains("%1$tF-%1$tH".formatted(ts)))
                .as("%s at %s in %s", ts, now, where)
                .isTrue();
          }
        }
      }
    }
  }

  private static BoundQuery bind(ClockPredicate predicate) {
    return Queries.bind("SELECT id FROM web.visits WHERE " + predicate.sql());
  }

  private static Pruning prune(ClockPredicate predicate, Instant planned) {
    return Pruner.prune(bind(predicate), planned);
  }

  private static List<Sample> samples(Random random, List<String> values) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      samples.add(
          new Sample(
              values.get(random.nextInt(values.size())),
              values.get(random.nextInt(values.size())),
              random.nextInt(24)));
    }
    return samples;
  }

  /** Keys near to what the clock shows, and others. */
  private static List<String> values(Instant planned) {
    LocalDateTime now = LocalDateTime.ofInstant(planned, ZoneOffset.UTC);
    List<String> values =
        new ArrayList<>(List.of("", "a", "03", "10", "2026", "2026-03", "2026-03-01-00", "~"));
    for (int day = -4; day <= 3; day++) {
      values.add("%tF".formatted(now.plusDays(day)));
      values.add("%1$tY%1$tm%1$td".formatted(now.plusDays(day)));
      values.add("%1$tF-%1$tH".formatted(now.plusDays(day)));
    }
    for (int hour = -3; hour <= 26; hour++) {
      values.add("%1$tF-%1$tH".formatted(now.plusHours(hour)));
      values.add("%1$tF %1$tH:03:00".formatted(now.plusHours(hour)));
    }
    return values;
  }

  /** Times that the clock of a query may show, about the hours' and the days' ends above all. */
  private static List<LocalDateTime> times(Instant planned) {
    LocalDateTime first = LocalDateTime.ofInstant(planned, ZoneOffset.UTC).minusMinutes(15);
    LocalDateTime last = first.plus(Duration.ofHours(24).plusMinutes(30));
    List<LocalDateTime> times = new ArrayList<>(List.of(first, last));
    for (LocalDateTime hour = first.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        !hour.isAfter(last);
        hour = hour.plusHours(1)) {
      times.add(hour);
      times.add(hour.minusNanos(1_000_000));
      times.add(hour.minusNanos(400_000));
      times.add(hour.minusNanos(400_000_000));
      times.add(hour.plusMinutes(7).isAfter(last) ? last : hour.plusMinutes(7));
    }
    return times;
  }
}
