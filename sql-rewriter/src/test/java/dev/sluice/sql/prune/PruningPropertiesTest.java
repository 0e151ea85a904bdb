package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.KeyRanges;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.rewrite.Aliases;
import dev.sluice.sql.rewrite.RangePredicate;
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
          "\\");

  @Test
  void everyValueForWhichAPredicateHoldsIsInTheRanges() {
    Random random = new Random(20260301);
    int narrowed = 0;
    for (int i = 0; i < PREDICATES; i++) {
      Predicate predicate = Predicate.random(random, 3, VALUES);
      BoundQuery bound = Queries.bind("SELECT id FROM web.visits WHERE " + predicate.sql());
      Pruning pruning = Pruner.prune(bound);
      for (String key : List.of("datetime", "region")) {
        Optional<KeyRanges> ranges =
            pruning.ranges(TestLake.VISITS).stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
        narrowed += ranges.isPresent() ? 1 : 0;
        ranges.ifPresent(some -> checkSound(predicate, key, some));
      }
    }
    assertThat(narrowed).isGreaterThan(PREDICATES / 4);
  }

  private static void checkSound(Predicate predicate, String key, KeyRanges ranges) {
    String other = key.equals("datetime") ? "region" : "datetime";
    for (String value : VALUES) {
      for (String otherValue : VALUES) {
        for (Integer n : new Integer[] {null, 1, 2}) {
          Predicate.Row row = new Predicate.Row(Map.of(key, value, other, otherValue), n);
          if (Boolean.TRUE.equals(predicate.holds(row))) {
            assertThat(ranges.contains(value))
                .describedAs("%s = '%s' in %s of %s", key, value, ranges, predicate.sql())
                .isTrue();
          }
        }
      }
    }
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
        assertThat(AddedPredicate.holds(visible, row))
            .describedAs("'%s' in %s of %s", value, said, predicate.sql())
            .isEqualTo(key.contains(value));
      }
    }
  }
}
