package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark's own PIVOT, and the SELECT that Sluice makes of the same text, have the same rows. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class PivotAnswersTest {
  /** With NULLs among what is compared, added up and grouped by. */
  private static final String SALES =
      """
      (SELECT * FROM (VALUES ('bern', 'bike', 1, 10), ('bern', 'bike', 2, 20), ('bern', 'boat', 3, NULL),
        ('chur', 'boat', 4, 40), ('chur', NULL, 5, 50), (NULL, 'bike', 6, 60), (NULL, 'sled', 7, 70))
        AS s (town, kind, id, price)) \
      """;

  private final SparkEngine engine;
  private final Asked asked;

  PivotAnswersTest(SparkEngine engine) {
    this.engine = engine;
    this.asked = Asked.of(engine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PIVOT (sum(price) FOR kind IN ('bike', 'boat'))",
        "PIVOT (sum(price) AS total, max(id) AS latest FOR kind IN ('bike' AS b, 'boat'))",
        "PIVOT (max(price + id) FOR kind IN ('bike', NULL AS unknown, 'none of it'))",
        "PIVOT (min(id) FOR (town, kind) IN (('bern', 'bike') AS bb, ('chur', 'boat') AS cb))",
        "PIVOT (avg(price) FOR id IN (1, 4, 7))",
        "PIVOT (max(town) FOR price IN (10 AS ten, 60 AS sixty)) WHERE id > 2",
      })
  void theRowsAreThoseOfSparksOwnPivot(String pivot) {
    String sql = "SELECT * FROM " + SALES + pivot;
    Plan plan = asked.plan(sql);
    assertThat(engine.describe(OwnText.plan(sql, plan.columns())))
        .extracting(ResultColumn::name)
        .isEqualTo(plan.columns().stream().map(ResultColumn::name).toList());
    assertThat(asked.rows(sql))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            OwnText.rows(engine, OwnText.plan(sql, plan.columns())));
  }

  @Test
  void countsOfNothingAreZeroWhereSparksAreNull() {
    String sql =
        "SELECT * FROM "
            + SALES.replace("SELECT *", "SELECT town, kind")
            + "PIVOT (count(*) FOR kind IN ('bike', 'boat'))";
    assertThat(asked.rows(sql))
        .containsExactlyInAnyOrder("'bern', 2, 1", "'chur', 0, 1", "NULL, 1, 0");
    assertThat(OwnText.rows(engine, OwnText.plan(sql, asked.plan(sql).columns())))
        .containsExactlyInAnyOrder("'bern', 2, 1", "'chur', NULL, 1", "NULL, 1, NULL");
  }
}
