package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Catalog;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.sql.TestLake;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformationSchemaTest {
  private static Plan plan(String sql, @Nullable Object... values) {
    return QueryPlannerTest.planner(TestLake.catalog())
        .plan(sql, Arrays.asList(values), PlanOptions.DEFAULT);
  }

  private static List<List<@Nullable Object>> rows(String sql, @Nullable Object... values) {
    return Objects.requireNonNull(plan(sql, values).answer(), "answer");
  }

  @Test
  void noEngineIsAsked() {
    Plan plan = plan("SELECT * FROM information_schema.schemata");
    assertThat(plan.decision().answeredBy()).hasToString("catalog");
    assertThat(plan.decision().candidates()).isEmpty();
    assertThat(plan.answer())
        .containsExactlyInAnyOrder(
            List.of("awsdatacatalog", "ads"), List.of("awsdatacatalog", "web"));
  }

  @Test
  void columnsSayWhatShowColumnsSays() {
    List<List<@Nullable Object>> shown = rows("SHOW COLUMNS FROM web.users");
    assertThat(
            rows(
                "SELECT column_name, data_type FROM information_schema.columns"
                    + " WHERE table_schema = 'web' AND table_name = 'users'"
                    + " ORDER BY ordinal_position"))
        .isEqualTo(shown.stream().map(row -> row.subList(0, 2)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          SELECT count(*) FROM information_schema.tables WHERE table_name = 'users' # [[2]]
          SELECT upper(table_name) FROM information_schema.tables WHERE table_name LIKE 'user_' AND table_schema = 'web' # [[USERS]]
          SELECT s.schema_name, count(t.table_name) FROM information_schema.schemata AS s LEFT JOIN information_schema.tables t ON t.table_schema = s.schema_name AND t.table_name = 'users' GROUP BY s.schema_name ORDER BY 1 DESC # [[web, 1], [ads, 1]]
          SELECT DISTINCT table_type FROM awsdatacatalog.information_schema.tables WHERE table_schema IN ('web') # [[BASE TABLE]]
          SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'web' AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_schema = 'ads') # [[users]]
          SELECT max(ordinal_position) > 1, min(column_default) FROM information_schema.columns WHERE table_name = 'users' # [[true, null]]
          SELECT CASE WHEN table_type = 'VIEW' THEN 'view' ELSE 'table' END AS kind FROM information_schema.tables WHERE table_name = 'users' AND table_schema = 'ads' # [[table]]
          SELECT CASE WHEN table_type = 'VIEW' THEN 'a view' ELSE 'table' END AS kind FROM information_schema.tables WHERE table_name = 'users' AND table_schema = 'ads' # [[table]]
          SELECT 'a' AS t UNION ALL SELECT table_schema FROM information_schema.tables WHERE table_name = 'users' AND table_schema = 'ads' UNION ALL SELECT 'bbbb' # [[a], [ads], [bbbb]]
          SELECT table_schema FROM information_schema.tables WHERE table_name = 'users ' # []
          SELECT table_name FROM information_schema.tables WHERE table_schema = 'nowhere' # []
          SELECT 1 FROM information_schema.tables WHERE 1 = 0 # []
          WITH t AS (SELECT table_name AS n FROM information_schema.tables) SELECT n FROM t ORDER BY n DESC LIMIT 1 # [[visits]]
          SELECT table_name || '!' AS n FROM information_schema.tables WHERE table_name = 'users' LIMIT 1 # [[users!]]
          """)
  void ordinaryQueriesAreAnswered(String sql, String rows) {
    assertThat(rows(sql)).hasToString(rows);
  }

  @Test
  void parametersAreTexts() {
    String sql =
        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_name = ?";
    assertThat(rows(sql, "web", "users")).containsExactly(List.of("users"));
    assertThat(rows(sql, "web", "o'users")).isEmpty();
    assertThat(plan(sql).parameters()).hasSize(2);
  }

  @Test
  void viewsAreListedWithoutTheirTexts() {
    Catalog catalog =
        InMemoryCatalog.builder()
            .table(
                Table.builder(new TableName("web", "seen"))
                    .column("n", Primitive.INTEGER)
                    .storage(Storage.of(TableFormat.VIEW, ""))
                    .build())
            .build();
    Plan views =
        QueryPlannerTest.planner(catalog)
            .plan("SELECT * FROM information_schema.views", PlanOptions.DEFAULT);
    assertThat(views.answer())
        .containsExactly(Arrays.asList("awsdatacatalog", "web", "seen", null));
  }

  @Test
  void errorsAreThoseOfAnyQuery() {
    assertThatThrownBy(() -> plan("SELECT * FROM information_schema.tabls"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("did you mean information_schema.tables");
    assertThatThrownBy(() -> plan("SELECT tabel_name FROM information_schema.tables"))
        .hasMessageContaining("table_name");
    assertThatThrownBy(() -> plan("SELECT * FROM information_schema.tables AS t, web.users AS u"))
        .hasMessageContaining("cannot be joined with other tables");
    assertThatThrownBy(
            () -> plan("SELECT regexp_extract(table_name, 'a') FROM information_schema.tables"))
        .hasMessageContaining("what answers it does not know this");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT avg(ordinal_position) FROM information_schema.columns",
        "SELECT concat(table_name, NULL) FROM information_schema.tables",
        "SELECT substr(table_name, 0) FROM information_schema.tables",
        "SELECT ordinal_position + 1 FROM information_schema.columns",
        "SELECT CAST(ordinal_position AS varchar(1)) FROM information_schema.columns",
        "SELECT row_number() OVER () FROM information_schema.tables",
        "SELECT * FROM information_schema.tables JOIN information_schema.columns USING (table_name)",
        "SELECT table_name FROM information_schema.tables GROUP BY ROLLUP (table_name)",
        "SELECT current_date FROM information_schema.tables",
      })
  void whatCalciteMayMeanOtherwiseIsRefused(String sql) {
    assertThatThrownBy(() -> plan(sql))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("what answers it does not know this");
  }

  @Test
  void manyTablesAreRefusedAndSomeArePlannedSoon() {
    String from = "SELECT t0.table_name FROM information_schema.tables AS t0";
    StringBuilder sql = new StringBuilder(from);
    for (int i = 1; i < 8; i++) {
      sql.append(" JOIN information_schema.tables AS t").append(i);
      sql.append(" ON t").append(i).append(".table_name = t0.table_name");
      sql.append(" AND t").append(i).append(".table_schema = 'ads'");
    }
    String eight = sql + " WHERE t0.table_schema = 'web' AND t0.table_name = 'users'";
    assertThat(rows(eight)).containsExactly(List.of("users"));
    assertThatThrownBy(() -> plan(eight.replace(" WHERE", ", information_schema.views AS v WHERE")))
        .hasMessageContaining("more than 8 tables");
  }

  @Test
  void oneTableIsLookedUpByItsName() {
    CatalogThatCounts catalog = new CatalogThatCounts(TestLake.catalog());
    QueryPlannerTest.planner(catalog)
        .plan(
            "SELECT column_name FROM information_schema.columns AS c"
                + " WHERE c.table_schema = 'web' AND 'users' = c.table_name",
            PlanOptions.DEFAULT);
    assertThat(catalog.listings()).isZero();
  }
}
