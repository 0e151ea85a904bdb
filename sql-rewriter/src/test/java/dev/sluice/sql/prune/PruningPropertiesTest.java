package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.KeyRanges;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.rewrite.Aliases;
import dev.sluice.sql.rewrite.RangePredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;

/** Random predicates over random key values, judged by {@link Predicate}, which knows no ranges. */
class PruningPropertiesTest {
  private static final int PREDICATES = 3000;
  private static final int PARTITIONS = 60;

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "  ",
          "a",
          "a ",
          "aa",
          "ab",
          "b",
          "A",
          "~",
          "2026-03-01",
          "2026-03-01-00",
          "2026-03-02",
          "é",
          "éa",
          "z",
          "日",
          "日本",
          "\uFFFD",
          "\uE000",
          "😀",
          "😀a",
          "\uD7FF",
          "\uDBFF\uDFFF",
          "it's",
          "%",
          "_",
          "__HIVE_DEFAULT_PARTITION__",
          "2019-03-27 16",
          "2019-03-27%2016",
          "\\");

  /** The values of one partition, and the rows that engines may find in it. */
  private record Sample(String datetime, String region, int hour) {
    static Sample random(Random random) {
      int[] hours = {0, 3, 16};
      return new Sample(
          VALUES.get(random.nextInt(VALUES.size())),
          VALUES.get(random.nextInt(VALUES.size())),
          hours[random.nextInt(hours.length)]);
    }

    List<Predicate.Row> rows() {
      List<Predicate.Row> rows = new ArrayList<>();
      for (Integer n : new Integer[] {null, 1, 2}) {
        for (Map<String, String> keys : keys()) {
          rows.add(new Predicate.Row(keys, n, hour));
        }
      }
      return rows;
    }

    /** What Hive writes for NULL may be NULL, or the text that it is. */
    private List<Map<String, String>> keys() {
      List<Map<String, String>> all = new ArrayList<>();
      all.add(Map.of("datetime", datetime, "region", region));
      if (datetime.equals(TableUse.NULL_VALUE)) {
        all.add(Map.of("region", region));
      }
      if (region.equals(TableUse.NULL_VALUE)) {
        all.add(Map.of("datetime", datetime));
      }
      if (all.size() == 3) {
        all.add(Map.of());
      }
      return all;
    }

    boolean isIn(Pruning pruning) {
      for (KeyRanges ranges : pruning.ranges(TestLake.VISITS)) {
        if (!ranges.contains(ranges.key().equals("datetime") ? datetime : region)) {
          return false;
        }
      }
      return pruning
          .selector(TestLake.VISITS)
          .test(List.of(datetime, region, Integer.toString(hour)));
    }
  }

  @Test
  void everyPartitionForWhichAPredicateHoldsIsSelected() {
    Random random = new Random(20260301);
    int needless = 0;
    int left = 0;
    for (int i = 0; i < PREDICATES; i++) {
      Predicate predicate = Predicate.random(random, 3, VALUES);
      Pruning pruning =
          Pruner.prune(Queries.bind("SELECT id FROM web.visits WHERE " + predicate.sql()));
      for (int j = 0; j < PARTITIONS; j++) {
        Sample sample = Sample.random(random);
        boolean needed =
            sample.rows().stream().anyMatch(row -> Boolean.TRUE.equals(predicate.holds(row)));
        boolean selected = sample.isIn(pruning);
        assertThat(selected || !needed).as("%s in %s", sample, predicate.sql()).isTrue();
        needless += selected && !needed ? 1 : 0;
        left += selected ? 0 : 1;
      }
    }
    // What is selected for nothing: functions that are not told, partitions that may be NULL.
    assertThat(needless).isLessThan(left / 5);
  }

  @Test
  void thePredicateThatIsAddedSaysTheSameAsTheRanges() {
    Random random = new Random(7);
    int added = 0;
    for (int i = 0; i < PREDICATES; i++) {
      Predicate predicate = Predicate.random(random, 3, VALUES);
      BoundQuery bound = Queries.bind("SELECT id FROM web.visits WHERE " + predicate.sql());
      Pruning pruning = Pruner.prune(bound);
      Optional<SqlNode> visible =
          RangePredicate.of(
              pruning.hidden((SqlSelect) bound.root()), new Aliases(bound, Set.of("web")));
      if (visible.isPresent()) {
        added++;
        checkSame(visible.get(), pruning.ranges(TestLake.VISITS), predicate);
      }
    }
    assertThat(added).isGreaterThan(PREDICATES / 20);
  }

  /** A key whose range the user's own predicate shows is not said again. */
  private static void checkSame(SqlNode visible, List<KeyRanges> ranges, Predicate predicate) {
    String said = visible.toString();
    for (KeyRanges key : ranges) {
      if (!said.contains("`" + key.key() + "`")) {
        continue;
      }
      for (String value : VALUES) {
        Map<String, String> row = Map.of(key.key(), value);
        boolean orNull =
            value.equals(TableUse.NULL_VALUE) && AddedPredicate.takesNull(visible, key.key());
        assertThat(AddedPredicate.holds(visible, row) || orNull)
            .describedAs("'%s' in %s of %s", value, said, predicate.sql())
            .isEqualTo(key.contains(value));
      }
    }
  }
}
