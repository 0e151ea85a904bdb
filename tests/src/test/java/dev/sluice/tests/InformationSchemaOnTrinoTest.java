package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Catalog;
import dev.sluice.Sluice;
import dev.sluice.glue.lake.LakeFolderCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A real Trino over the same tables gives the same answers about them. */
class InformationSchemaOnTrinoTest {
  /** The one view of the lake; this Trino has it as a table. */
  private static final String NO_VIEW = " AND table_name <> 'recent_clicks'";

  /** Each in an order of its own; Trino lists itself too, which the catalog does not. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM information_schema.tables WHERE table_schema = 'web'"
              + NO_VIEW
              + " ORDER BY table_name",
          "SELECT * FROM information_schema.columns WHERE table_schema = 'web'"
              + " AND table_name IN ('users', 'clicks') ORDER BY table_name, ordinal_position",
          "SELECT * FROM information_schema.schemata WHERE schema_name <> 'information_schema'"
              + " ORDER BY schema_name DESC",
          "SELECT * FROM information_schema.views WHERE table_schema = 'web'" + NO_VIEW,
          "SELECT column_name AS n FROM information_schema.columns WHERE table_schema = 'web' AND"
              + " table_name LIKE 'u%' ORDER BY lower(column_name), table_name",
          "SELECT table_name || '.' || column_name, upper(data_type) FROM"
              + " information_schema.columns WHERE table_schema = 'web' AND table_name = 'users'"
              + " AND ordinal_position BETWEEN 1 AND 3 ORDER BY 1",
          "SELECT table_name, count(*), count(DISTINCT data_type), min(column_name),"
              + " max(ordinal_position), sum(ordinal_position), count(column_default) FROM"
              + " information_schema.columns WHERE table_schema = 'web' GROUP BY table_name"
              + " HAVING count(*) > 3 ORDER BY 2 DESC, 1",
          "SELECT count(*), max(table_name), sum(ordinal_position) FROM"
              + " information_schema.columns WHERE table_schema = 'nowhere'",
          "SELECT t.table_name, c.column_name FROM information_schema.tables AS t LEFT JOIN"
              + " information_schema.columns AS c ON c.table_schema = t.table_schema AND"
              + " c.table_name = t.table_name AND c.data_type = 'bigint'"
              + " WHERE t.table_schema = 'web' ORDER BY c.column_name, t.table_name",
          "SELECT table_name FROM information_schema.tables WHERE table_schema = 'web' AND"
              + " table_name NOT IN (SELECT table_name FROM information_schema.columns WHERE"
              + " column_name = 'datetime') ORDER BY 1",
          "SELECT table_name FROM information_schema.tables AS t WHERE table_schema = 'web' AND"
              + " EXISTS (SELECT 1 FROM information_schema.columns AS c WHERE c.table_schema ="
              + " t.table_schema AND c.table_name = t.table_name AND c.column_name = 'country')"
              + " ORDER BY table_name LIMIT 2",
          "WITH t AS (SELECT table_name AS n FROM information_schema.tables WHERE table_schema ="
              + " 'web') SELECT n FROM t UNION SELECT 'zz' UNION SELECT 'users' ORDER BY n",
          "SELECT CASE WHEN column_default IS NULL THEN 'none' ELSE 'a default' END,"
              + " coalesce(column_default, 'x'), nullif(is_nullable, 'YES') FROM"
              + " information_schema.columns WHERE table_schema = 'web' AND table_name = 'users'"
              + " ORDER BY ordinal_position LIMIT 3",
          // One table has a column that no engine reads, and this Trino has not.
          "SELECT upper(table_name) AS table_name, count(*) FROM information_schema.columns WHERE"
              + " table_schema = 'web' AND table_name <> 'readings' GROUP BY table_name ORDER BY table_name",
          "SELECT DISTINCT is_nullable, table_catalog FROM information_schema.columns WHERE"
              + " table_schema = 'web' AND NOT (table_name = 'users ' OR 'a' = 'a ')",
          "SELECT table_name FROM information_schema.tables WHERE table_schema = 'web' EXCEPT"
              + " SELECT table_name FROM information_schema.columns WHERE column_name = 'id'"
              + " ORDER BY table_name");

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Trino 411 does not start on later ones")
  void answersAreTrinos(@TempDir Path folder) throws Exception {
    Catalog catalog = LakeFolderCatalog.open(Golden.LAKE);
    TrinoJudge trino = new TrinoJudge();
    trino.add(catalog);
    QUERIES.forEach(trino::run);
    JsonNode judged = trino.judge(folder);
    assertThat(judged).hasSameSizeAs(QUERIES);
    try (Sluice sluice = Golden.open()) {
      for (int i = 0; i < QUERIES.size(); i++) {
        String sql = QUERIES.get(i);
        List<List<@Nullable Object>> ours = Objects.requireNonNull(sluice.plan(sql).answer(), sql);
        assertThat(judged.get(i).path("error").asText()).as(sql).isEmpty();
        assertThat(rows(ours)).as(sql).isEqualTo(rows(judged.get(i).path("rows")));
      }
    }
  }

  private static List<String> rows(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
        .toList();
  }

  private static List<String> rows(JsonNode rows) {
    return elements(rows)
        .map(row -> elements(row).map(JsonNode::asText).collect(Collectors.joining(" | ")))
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get);
  }
}
