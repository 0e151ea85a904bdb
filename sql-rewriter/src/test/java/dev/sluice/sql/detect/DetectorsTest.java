package dev.sluice.sql.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.Queries;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {

  static List<Requirement> detect(String sql) {
    BoundQuery bound = Queries.bind(sql);
    List<TableScan> scans =
        bound.items().stream()
            .filter(FromItem.TableItem.class::isInstance)
            .map(item -> scan(bound, ((FromItem.TableItem) item).table()))
            .toList();
    return Detectors.detect(new Subject(bound, scans, Set.of("web")));
  }

  private static TableScan scan(BoundQuery bound, Table table) {
    List<String> read =
        bound.references().stream().map(reference -> reference.column()).distinct().toList();
    return new TableScan(table, read, null, OptionalLong.empty(), List.of(), List.of(), List.of());
  }

  private static List<Capability> capabilities(String sql) {
    return detect(sql).stream().map(Requirement::capability).distinct().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM web.events|SELECT_STAR_NESTED|device|1:8",
        "SELECT device FROM web.events|RETURN_STRUCT|device|1:8",
        "SELECT words FROM web.events|RETURN_ARRAY|words|1:8",
        "SELECT tags FROM web.events|RETURN_MAP|tags|1:8",
        "SELECT device.geo.lat FROM web.events|STRUCT_PATH|device.geo.lat|1:8",
        "SELECT words[1] FROM web.events|ARRAY_SUBSCRIPT||1:8",
        "SELECT tags['a'] FROM web.events|MAP_SUBSCRIPT||1:8",
        "SELECT cardinality(words) FROM web.events|ARRAY_FUNCTION||1:8",
        "SELECT 1 FROM web.events ORDER BY device|COMPARE_NESTED|device|1:35",
        "SELECT 1, device FROM web.events ORDER BY 2 DESC|COMPARE_NESTED|device|1:11",
        "SELECT device AS d FROM web.events ORDER BY d NULLS FIRST|COMPARE_NESTED|device|1:8",
        "SELECT count(DISTINCT device) FROM web.events|COMPARE_NESTED||1:8",
        "SELECT 1 FROM web.events WHERE words = words|COMPARE_NESTED||1:32",
        "SELECT 1 FROM web.events CROSS JOIN UNNEST(words) AS t (w)|UNNEST_INNER||1:37",
        "SELECT 1 FROM web.events LEFT JOIN UNNEST(words) AS t (w) ON TRUE|UNNEST_LEFT||1:36",
        "SELECT 1 FROM web.events, UNNEST(words) WITH ORDINALITY AS t (w, i)|UNNEST_WITH_ORDINALITY||1:27",
        "SELECT 1 FROM web.events, UNNEST(bids) AS t|UNNEST_STRUCTS||1:27",
        "SELECT 1 FROM web.events, UNNEST(tags) AS t|UNNEST_MAP||1:27",
        "SELECT 1 FROM web.events, UNNEST(words, nums) AS t|UNNEST_SEVERAL||1:27",
        "SELECT (SELECT max(w) FROM UNNEST(words) AS t (w)) FROM web.events|UNNEST_CORRELATED_SUBQUERY||1:28",
        "SELECT n FROM web.events QUALIFY rank() OVER (ORDER BY n) = 1|QUALIFY||1:34",
        "SELECT sum(n) FILTER (WHERE ok) FROM web.events|AGGREGATE_FILTER||1:8",
        "SELECT n FROM web.events ORDER BY n|NULL_ORDERING||1:35",
        "SELECT n FROM web.events LIMIT 3|LIMIT_OFFSET||1:32",
        "SELECT n FROM web.events OFFSET 3|LIMIT_OFFSET||1:33",
        "SELECT 1 EXCEPT ALL SELECT 2|INTERSECT_OR_EXCEPT_ALL||1:1",
        "VALUES 1|VALUES_TABLE||1:1",
        "SELECT count(*) FROM web.events GROUP BY ROLLUP (n)|GROUPING_SETS||1:42",
        "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT 1 FROM t|RECURSIVE_WITH||1:16",
        "SELECT 1 FROM (WITH a AS (SELECT 1 AS x) SELECT x FROM a)|NESTED_WITH||1:16",
        "SELECT 1 FROM web.users u, LATERAL (SELECT u.id AS x) l|LATERAL_SUBQUERY||1:37",
        "SELECT 1 FROM web.users u WHERE EXISTS (SELECT 1 FROM web.bytes b WHERE b.id = u.id)|CORRELATED_SUBQUERY||1:40",
        "SELECT 1 FROM web.users u WHERE EXISTS (SELECT 1 FROM web.bytes b WHERE b.id = u.id LIMIT 1)|CORRELATED_WITH_LIMIT||1:41",
        "SELECT 1 FROM web.users u FULL JOIN web.bytes b ON u.id > b.id|FULL_JOIN_WITHOUT_EQUALITY||1:32",
        "SELECT 1 FROM web.users u FULL JOIN web.bytes b ON u.id = 1|FULL_JOIN_WITHOUT_EQUALITY||1:32",
        "SELECT 1 FROM web.users u FULL JOIN web.bytes b ON u.id = b.id AND b.id = b.id|FULL_JOIN_WITHOUT_EQUALITY||1:32",
        "SELECT 1 FROM web.users WHERE id IS DISTINCT FROM 1|IS_DISTINCT_FROM||1:31",
        "SELECT ok IS TRUE FROM web.events|OTHER_SYNTAX||1:8",
        "SELECT n < ANY (SELECT 1) FROM web.events|QUANTIFIED_COMPARISON||1:8",
        "SELECT sum(n) OVER (ORDER BY d) FROM web.events|WINDOW_AGGREGATE_DEFAULT_FRAME||1:8",
        "SELECT sum(n) OVER (ORDER BY n RANGE 2 PRECEDING) FROM web.events|WINDOW_RANGE_FRAME||1:20",
        "SELECT sum(n) OVER (ORDER BY n GROUPS 2 PRECEDING) FROM web.events|WINDOW_GROUPS_FRAME||1:20",
        "SELECT sum(n) OVER (ORDER BY n GROUPS CURRENT ROW) FROM web.events|WINDOW_RANGE_FRAME||1:20",
        "SELECT listagg(name, ',' ON OVERFLOW TRUNCATE WITH COUNT) WITHIN GROUP (ORDER BY id) FROM web.users|LISTAGG_TRUNCATE||1:22",
        "SELECT n FROM web.events ORDER BY n FETCH FIRST 2 ROWS WITH TIES|FETCH_WITH_TIES||1:49",
        "SELECT id FROM web.users ORDER BY 1 + 1 FETCH NEXT ROW WITH TIES|WINDOW_CONSTANT_KEY||1:35",
        "SELECT 1 AS one FROM web.users ORDER BY one FETCH NEXT ROW WITH TIES|WINDOW_CONSTANT_KEY||1:8",
        "SELECT 1 FROM web.users u TABLESAMPLE SYSTEM (10)|TABLESAMPLE||1:27",
        "SELECT sum(n) OVER w FROM web.events WINDOW w AS (ORDER BY n RANGE 2 PRECEDING)|WINDOW_RANGE_FRAME||1:50",
        "SELECT sum(n) OVER w FROM web.events WINDOW w AS (ORDER BY n)|WINDOW_AGGREGATE_DEFAULT_FRAME||1:8",
        "SELECT rank() OVER w FROM web.events WINDOW w AS (ORDER BY n)|NAMED_WINDOW||1:20",
        "SELECT rank() OVER (ORDER BY 1) FROM web.events|WINDOW_CONSTANT_KEY||1:30",
        "SELECT rank() OVER (PARTITION BY 1 + 1 ORDER BY n) FROM web.events|WINDOW_CONSTANT_KEY||1:34",
        "SELECT rank() OVER (ORDER BY n, current_date DESC) FROM web.events|WINDOW_CONSTANT_KEY||1:33",
        "SELECT count(DISTINCT n) OVER (PARTITION BY d) FROM web.events|WINDOW_DISTINCT||1:8",
        "SELECT lag(n, 1, 0) OVER (ORDER BY d) FROM web.events|LAG_LEAD_DEFAULT||1:8",
        "SELECT 1 FROM (SELECT n FROM web.events ORDER BY n LIMIT 1)|ORDER_BY_IN_NESTED_SUBQUERY||1:16",
        "SELECT 1 FROM (SELECT n FROM web.events OFFSET 1)|ORDER_BY_IN_NESTED_SUBQUERY||1:16",
        "SELECT 1 FROM web.users WHERE name = 'a'|TRAILING_BLANKS|name|1:31",
        "SELECT 1, name FROM web.users ORDER BY 2 DESC LIMIT 1|TRAILING_BLANKS|name|1:11",
        "SELECT name AS n FROM web.users ORDER BY n LIMIT 1|TRAILING_BLANKS|name|1:8",
        "SELECT DISTINCT device FROM web.events|TRAILING_BLANKS|device|1:17",
        "SELECT 1 FROM web.users WHERE 'a' = name|TRAILING_BLANKS|name|1:37",
        "SELECT 1 FROM web.visits WHERE datetime = name|TRAILING_BLANKS|name|1:43",
        "SELECT 1 FROM web.visits WHERE datetime IN (SELECT name FROM web.users)|TRAILING_BLANKS|name|1:52",
        "SELECT id FROM web.users ORDER BY name|TRAILING_BLANKS|name|1:35",
        "SELECT name FROM web.users UNION SELECT 'a'|TRAILING_BLANKS|name|1:8",
        "SELECT rank() OVER (PARTITION BY name ORDER BY n) FROM web.events|TRAILING_BLANKS|name|1:34",
        "SELECT price / 3 FROM web.events|DECIMAL_DIVISION||1:8",
        "SELECT avg(price) FROM web.events|DECIMAL_AVERAGE||1:8",
        "SELECT tiny FROM web.bytes|READ_TINYINT|tiny|1:18",
        "SELECT name FROM web.users|READ_TEXT||1:18",
        "SELECT 1 FROM web.events e WHERE e.device.os IS NULL|READ_TEXT||1:15",
        "SELECT w FROM web.events e, UNNEST(e.words) t (w)|READ_TEXT||1:15",
        "SELECT tags FROM web.events|READ_TEXT||1:18",
        "SELECT 1 FROM web.events ORDER BY ts|READ_TIMESTAMP||1:15",
        "SELECT id FROM web.ice|NESTED_IN_ICEBERG||1:16",
        "SELECT id FROM web.ice|READ_ICEBERG||1:16",
        "SELECT INTERVAL '1' DAY FROM web.users|UNSUPPORTED_TYPE|_col0|-",
        "SELECT 1 FROM web.events e LEFT JOIN web.users u ON e.id = u.id|OUTER_JOIN_WITH_NESTED_TABLE||1:33",
        "SELECT 1 FROM web.users u FULL JOIN web.events e ON e.id = u.id|OUTER_JOIN_WITH_NESTED_TABLE||1:32",
        "SELECT 1 FROM web.users WHERE id IN (SELECT e.id FROM web.events e, web.bytes b)|JOIN_IN_NESTED_SUBQUERY||1:38",
        "SELECT 1 FROM web.users WHERE id IN (SELECT id FROM web.events)|IN_SUBQUERY_OVER_NESTED||1:31",
        "SELECT 1 FROM web.users WHERE id NOT IN (SELECT id FROM web.events)|IN_SUBQUERY_OVER_NESTED||1:31",
        "SELECT x FROM (SELECT max(n) AS x FROM web.events)|AGGREGATE_SUBQUERY_OVER_NESTED||1:16",
        "WITH a AS (SELECT n FROM web.events GROUP BY n) SELECT n FROM a|AGGREGATE_SUBQUERY_OVER_NESTED||1:12",
        "SELECT x FROM (SELECT sum(max(n)) OVER () AS x FROM web.events)|AGGREGATE_SUBQUERY_OVER_NESTED||1:16",
      })
  void reportsWhatAQueryNeedsWithItsPlace(
      String sql, Capability capability, String column, String place) {
    List<String> found =
        detect(sql).stream()
            .filter(requirement -> requirement.capability() == capability)
            .map(DetectorsTest::show)
            .toList();
    assertThat(found).contains((column == null ? "" : column) + "@" + place);
  }

  private static String show(Requirement requirement) {
    String column = requirement.column() == null ? "" : requirement.column();
    return column
        + "@"
        + (requirement.position() == null
            ? "-"
            : requirement.position().line() + ":" + requirement.position().column());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM web.events e JOIN web.users u ON e.id = u.id",
        "SELECT 1 FROM web.events e LEFT JOIN UNNEST(e.words) AS t (w) ON TRUE",
        "SELECT 1 FROM web.users a LEFT JOIN web.bytes b ON a.id = b.id",
        "SELECT 1 FROM web.users WHERE id IN (SELECT id FROM web.bytes)",
        "SELECT 1 FROM web.users WHERE id IN (SELECT id FROM web.events, UNNEST(words) t (w))",
        "WITH a AS (SELECT 1 AS x) SELECT e.n FROM web.events e ORDER BY e.n LIMIT 1",
      })
  void refusesNoJoinOrOrderWithoutNeed(String sql) {
    assertThat(capabilities(sql))
        .doesNotContain(
            Capability.OUTER_JOIN_WITH_NESTED_TABLE,
            Capability.JOIN_IN_NESTED_SUBQUERY,
            Capability.ORDER_BY_IN_NESTED_SUBQUERY,
            Capability.NESTED_WITH,
            Capability.OTHER_SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM web.visits WHERE datetime = 'a' AND 'b' < region",
        "SELECT name FROM web.users UNION ALL SELECT 'a'",
        "SELECT 1 FROM web.users WHERE id = 1",
      })
  void blanksMatterNotForKeysOrBetweenLiterals(String sql) {
    assertThat(capabilities(sql)).doesNotContain(Capability.TRAILING_BLANKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*), max(n) FROM web.events GROUP BY n",
        "SELECT max(n) FROM web.events UNION ALL SELECT max(n) FROM web.events",
        "SELECT x FROM (SELECT max(n) OVER (PARTITION BY d) AS x FROM web.events)",
        "SELECT x FROM (SELECT n AS x FROM web.events WHERE n > (SELECT max(id) FROM web.users))",
        "SELECT x FROM (SELECT max(id) AS x FROM web.users)",
      })
  void onlyASubqueryThatAggregatesNestedTablesIsOne(String sql) {
    assertThat(capabilities(sql)).doesNotContain(Capability.AGGREGATE_SUBQUERY_OVER_NESTED);
  }

  @Test
  void anAggregateIsNoConstantKey() {
    assertThat(capabilities("SELECT rank() OVER (ORDER BY count(*)) FROM web.users GROUP BY id"))
        .doesNotContain(Capability.WINDOW_CONSTANT_KEY);
  }

  @Test
  void textAndTimestampsCountWhereTheyAreRead() {
    assertThat(capabilities("SELECT datetime FROM web.visits"))
        .doesNotContain(Capability.READ_TEXT);
    assertThat(capabilities("SELECT e.device.geo.lat FROM web.events e"))
        .doesNotContain(Capability.READ_TEXT, Capability.READ_TIMESTAMP);
    assertThat(capabilities("SELECT 1 FROM web.events e, UNNEST(e.words) t (w)"))
        .doesNotContain(Capability.READ_TEXT);
  }

  @Test
  void datesAndBinaryValuesDependOnTheFormat() {
    assertThat(capabilities("SELECT d, raw FROM web.events"))
        .doesNotContain(Capability.READ_DATE_OF_RECORDS, Capability.READ_BINARY_OF_OTHER_FORMAT);
    assertThat(capabilities("SELECT d FROM web.records")).contains(Capability.READ_DATE_OF_RECORDS);
    assertThat(capabilities("SELECT raw FROM web.records"))
        .contains(Capability.READ_BINARY_OF_OTHER_FORMAT);
  }

  /** Redshift takes DATE of text, Parquet and ORC only. */
  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void datesAreOfRecordsInWhatIsNeitherTextNorColumnar(TableFormat format) {
    boolean needed =
        ReadNeeds.of(Set.of(format)).stream()
            .anyMatch(need -> need.capability() == Capability.READ_DATE_OF_RECORDS);
    assertThat(needed)
        .isEqualTo(
            Set.of(
                    TableFormat.AVRO,
                    TableFormat.ION,
                    TableFormat.JSON_HIVE,
                    TableFormat.JSON_OPENX,
                    TableFormat.RCFILE,
                    TableFormat.SEQUENCEFILE)
                .contains(format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 UNION ALL SELECT n + 1 FROM t|false",
        "SELECT 1 UNION SELECT n + 1 FROM t|true",
        "SELECT 1 UNION ALL (SELECT n + 1 FROM t LIMIT 1)|true",
      })
  void aRecursionWithoutAllOrWithALimitIsOfAnotherShape(String query, boolean other) {
    String sql = "WITH RECURSIVE t (n) AS (" + query + ") SELECT n FROM t";
    assertThat(capabilities(sql).contains(Capability.RECURSION_OF_ANOTHER_SHAPE)).isEqualTo(other);
  }

  @Test
  void namesAreLongFrom128Bytes() {
    String name = "é".repeat(63);
    assertThat(capabilities("SELECT id AS \"" + name + "a\" FROM web.users"))
        .doesNotContain(Capability.LONG_NAME);
    assertThat(capabilities("SELECT id AS \"" + name + "ab\" FROM web.users"))
        .contains(Capability.LONG_NAME);
  }

  @Test
  void aStarMeansTheTablesOfItsOwnFromOnly() {
    assertThat(capabilities("SELECT * FROM web.users WHERE id IN (SELECT id FROM web.events)"))
        .doesNotContain(Capability.SELECT_STAR_NESTED);
  }

  @Test
  void whatIsNestedInIcebergIsNoOtherFormat() {
    assertThat(capabilities("SELECT id FROM web.ice"))
        .doesNotContain(Capability.NESTED_IN_OTHER_FORMAT);
  }

  @Test
  void plainQueriesNeedOnlyTheirFormat() {
    assertThat(capabilities("SELECT id, count(*) FROM web.users GROUP BY id"))
        .containsExactly(
            Capability.READ_ORC,
            Capability.ORC_MAPPING_NOT_DECLARED,
            Capability.FILES_NOT_INSPECTED);
  }
}
