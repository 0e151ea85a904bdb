package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.ResultColumn;
import dev.sluice.sql.TestLake;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersAloneTest {
  private static Plan plan(String sql, @Nullable Object... values) {
    return QueryPlannerTest.planner(TestLake.catalog())
        .plan(sql, Arrays.asList(values), PlanOptions.DEFAULT.withAnswerAlone(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM web.users WHERE 1 = 0",
        "SELECT TRUE AS \"_\" FROM web.users WHERE 1 <> 1 LIMIT 0",
        "SELECT id FROM web.users LIMIT 0",
        "SELECT id FROM web.users ORDER BY id LIMIT 0",
        "SELECT id FROM web.users WHERE FALSE",
        "SELECT id FROM web.users WHERE NULL",
        "SELECT id FROM web.users WHERE NULL = 1 AND id = 3",
        "SELECT id FROM web.users WHERE id = 3 AND NOT (2 > 1 OR name = 'x')",
        "SELECT id FROM web.users WHERE 'a' IN ('b', 'c')",
        "SELECT * FROM (SELECT id, name FROM web.users) AS t WHERE 1 = 0",
        "SELECT * FROM (SELECT id FROM web.users UNION ALL SELECT id FROM web.users) AS t LIMIT 0",
        "SELECT id FROM web.users WHERE 1 = 0 UNION ALL SELECT id FROM web.users LIMIT 0",
        "SELECT id FROM web.users WHERE 1 = 0 UNION SELECT id FROM web.users WHERE 2 < 1",
        "SELECT id FROM web.users INTERSECT SELECT id FROM web.users WHERE 2 < 1",
        "SELECT id FROM web.users WHERE 2 < 1 EXCEPT SELECT id FROM web.users",
        "WITH t AS (SELECT id FROM web.users) SELECT * FROM t WHERE 1 = 2",
        "SELECT id, count(*) FROM web.users WHERE 1 = 0 GROUP BY id",
        "SELECT id, count(*) FROM web.users GROUP BY id HAVING 1 = 0",
        "SELECT count(*) FROM web.users LIMIT 0",
        "SELECT u.id FROM web.users AS u JOIN web.events AS e ON u.id = e.id WHERE 0 = 1",
        "SELECT id FROM web.users QUALIFY FALSE",
      })
  void noRowsAreNoneWhateverTheTablesHold(String sql) {
    Plan plan = plan(sql);
    assertThat(plan.answer()).isEmpty();
    assertThat(plan.columns()).isNotEmpty();
    assertThat(plan.decision().answeredBy()).hasToString("plan");
    assertThat(plan.decision().explanation()).contains("no engine is asked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM web.users WHERE 1 = 0",
        "SELECT max(id) + 1 FROM web.users WHERE 1 = 0",
        "SELECT count(*) FILTER (WHERE id = 1) FROM web.users WHERE FALSE",
        "SELECT 1 FROM web.users WHERE 1 = 0 HAVING TRUE",
        "SELECT 1 FROM web.users WHERE 1 = 0 GROUP BY ()",
        "SELECT id, count(*) FROM web.users WHERE 1 = 0 GROUP BY ROLLUP (id)",
        "SELECT id, count(*) FROM web.users WHERE 1 = 0 GROUP BY CUBE (id)",
        "SELECT id, count(*) FROM web.users WHERE 1 = 0 GROUP BY GROUPING SETS ((id), ())",
        "SELECT id FROM web.users WHERE 1 = 0 OR id = 1",
        "SELECT id FROM web.users WHERE 1 = 1",
        "SELECT id FROM web.users WHERE id = NULL OR name IS NULL",
        "SELECT id FROM web.users LIMIT 1",
        "SELECT id FROM web.users WHERE 1 = 0 UNION ALL SELECT id FROM web.users",
        "SELECT id FROM web.users EXCEPT SELECT id FROM web.users WHERE 1 = 0",
        "SELECT u.id FROM web.users AS u LEFT JOIN web.events AS e ON 1 = 0",
        "SELECT (SELECT max(id) FROM web.users WHERE 1 = 0) FROM web.users",
        "SELECT id FROM web.users WHERE 'a' = 'a ' OR random() < 2",
        "SELECT 1 + 1",
        "SELECT random()",
        "SELECT 1 UNION ALL SELECT 2",
        "SELECT 1.5",
        "SELECT DATE '2019-03-27'",
        "SELECT CAST('a' AS char(3))",
      })
  void whatMayHaveRowsIsLeftToEngines(String sql) {
    assertThat(plan(sql).answer()).isNull();
  }

  @Test
  void literalsAreTheirOwnAnswer() {
    Plan plan = plan("SELECT 1, 'keep alive' AS t, TRUE, NULL, 12345678901 LIMIT 5");
    assertThat(plan.answer())
        .containsExactly(Arrays.asList(1, "keep alive", true, null, 12345678901L));
    assertThat(plan.columns()).extracting(ResultColumn::name).contains("t").hasSize(5);
    assertThat(plan("SELECT 1 LIMIT 0").answer()).isEmpty();
  }

  @Test
  void valuesOfParametersSayToo() {
    String sql = "SELECT id FROM web.users WHERE id = ? AND ? = 0";
    assertThat(plan(sql, 1, 1).answer()).isEmpty();
    assertThat(plan(sql, 1, 0).answer()).isNull();
    assertThat(plan("SELECT CAST(? AS varchar) AS x", "a").answer()).isNull();
  }

  @Test
  void explainSaysThatNoEngineIsAsked() {
    assertThat(plan("EXPLAIN SELECT id FROM web.users LIMIT 0").answer())
        .singleElement()
        .satisfies(row -> assertThat(row).startsWith("plan", "native").contains(true));
  }

  @Test
  void whoAsksForEnginesGetsThem() {
    Plan plan =
        QueryPlannerTest.planner(TestLake.catalog())
            .plan("SELECT id FROM web.users LIMIT 0", PlanOptions.DEFAULT);
    assertThat(plan.answer()).isNull();
    assertThat(plan.decision().candidates()).isNotEmpty();
  }
}
