package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.TestLake;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogAnswersTest {

  private static Plan plan(String sql) {
    return QueryPlannerTest.planner(TestLake.catalog()).plan(sql, PlanOptions.DEFAULT);
  }

  private static List<List<@Nullable Object>> rows(String sql) {
    return Objects.requireNonNull(plan(sql).answer(), "answer");
  }

  private static List<String> names(Plan plan) {
    return plan.columns().stream().map(ResultColumn::name).toList();
  }

  @Test
  void noEngineIsAsked() {
    Plan plan = plan("SHOW SCHEMAS");
    assertThat(plan.decision().engine()).isNull();
    assertThat(plan.decision().answeredBy()).hasToString("catalog");
    assertThat(plan.decision().candidates()).isEmpty();
  }

  @Test
  void schemas() {
    assertThat(names(plan("SHOW SCHEMAS"))).containsExactly("Schema");
    assertThat(rows("show schemas;")).containsExactly(List.of("ads"), List.of("web"));
    assertThat(rows("SHOW DATABASES LIKE 'w%'")).containsExactly(List.of("web"));
    assertThat(rows("SHOW SCHEMAS LIKE '!%' ESCAPE '!'")).isEmpty();
  }

  @Test
  void tables() {
    assertThat(names(plan("SHOW TABLES IN web"))).containsExactly("Table");
    assertThat(rows("SHOW TABLES FROM \"Web\" LIKE 'user_'")).containsExactly(List.of("users"));
    assertThat(names(plan("SHOW TABLES"))).containsExactly("Schema", "Table");
    assertThat(rows("SHOW TABLES LIKE 'users'"))
        .containsExactly(List.of("ads", "users"), List.of("web", "users"));
  }

  @Test
  void columns() {
    assertThat(names(plan("DESCRIBE web.visits")))
        .containsExactly("Column", "Type", "Extra", "Comment");
    assertThat(rows("DESC web.`visits`"))
        .contains(
            List.of("n", "integer", "", ""),
            List.of("datetime", "varchar", "partition key", ""),
            List.of("region", "varchar(20)", "partition key", ""));
    assertThat(rows("SHOW COLUMNS FROM web.visits")).isEqualTo(rows("DESCRIBE web.visits"));
  }

  @Test
  void partitions() {
    assertThat(rows("SHOW PARTITIONS web.events"))
        .containsExactly(
            List.of("datetime=2026-03-01-00"),
            List.of("datetime=2026-03-01-01"),
            List.of("datetime=2026-03-02-00"));
    assertThatThrownBy(() -> rows("SHOW PARTITIONS web.visits"))
        .hasMessageStartingWith("The partitions of web.visits are not known");
    assertThatThrownBy(() -> rows("SHOW PARTITIONS FROM web.users"))
        .hasMessage("Table web.users at line 1, column 22 has no partitions");
  }

  @Test
  void anExplanationHasARowForEachEngine() {
    Plan plan = plan("EXPLAIN SELECT id FROM web.users");
    assertThat(names(plan))
        .containsExactly(
            "Engine", "Verdict", "Query", "Rules", "Caveats", "Reasons", "Chosen", "Holds until");
    Plan query = plan("SELECT id FROM web.users");
    assertThat(plan.answer()).hasSameSizeAs(query.decision().candidates());
  }

  @Test
  void anExplanationSaysUntilWhenAPlanByTheClockHolds() {
    String query = "SELECT id FROM web.visits WHERE datetime >= CAST(current_date AS varchar)";
    Plan explained = plan("EXPLAIN " + query);
    assertThat(explained.answer())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Instant.parse((String) row.get(7))).isAfter(Instant.now()));
    assertThat(explained.holdsUntil()).isNull();
    assertThat(plan("EXPLAIN SELECT id FROM web.visits WHERE datetime = 'a'").answer())
        .allSatisfy(row -> assertThat(row.get(7)).isNull());
  }

  @Test
  void errorsInAnExplainedQueryStandWhereTheyAre() {
    SluiceException error =
        catchThrowableOfType(
            SluiceException.class, () -> plan("-- why\n EXPLAIN\n SELECT nmae FROM web.users"));
    assertThat(error.position()).contains(new SqlPosition(3, 9));
    assertThat(error).hasMessageContaining("did you mean name?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SHOW TABELS|Syntax error at line 1, column 6: found 'TABELS'; expected SCHEMAS, TABLES, COLUMNS or PARTITIONS after SHOW",
        "SHOW|Syntax error at line 1, column 5: found the end of the query; expected SCHEMAS",
        "SHOW TABLES web|expected the end of the statement",
        "SHOW TABLES LIKE web|found 'web'; expected a text in single quotes",
        "SHOW COLUMNS web.users|found 'web'; expected FROM and a table",
        "DESCRIBE|expected a name",
        "EXPLAIN|expected a query after EXPLAIN",
        "EXPLAIN SHOW TABLES|SHOW is not a query",
        "EXPLAIN DELETE FROM web.users|DELETE is not a query",
        "DESCRIBE web.usres|Table web.usres not found at line 1, column 10; did you mean web.users or",
        "DESCRIBE users|did you mean ads.users or web.users?",
        "SHOW TABLES FROM wbe|Schema wbe not found at line 1, column 18; did you mean web?",
        "SHOW TABLES; SHOW TABLES|expected the end of the statement",
        "SHOW TABLES LIKE 'a!' ESCAPE '!'|The pattern 'a!' of LIKE is wrong",
      })
  void errorsSayWhatWasExpected(String sql, String text) {
    assertThatThrownBy(() -> plan(sql))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining(text);
  }
}
