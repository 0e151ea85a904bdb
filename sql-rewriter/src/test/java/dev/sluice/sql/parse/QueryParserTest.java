package dev.sluice.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private static SqlNode item(String expression) {
    return ((SqlSelect) Parsed.tree("SELECT " + expression + " FROM t")).getSelectList().get(0);
  }

  private static String printed(String expression) {
    return item(expression).toString().replaceAll("\\s+", " ");
  }

  @Test
  void readsBothKindsOfQuotesInOneTextAndLowersEveryName() {
    assertThat(Parsed.text("SELECT \"A b\", `C d`, E FROM \"Db\".`T`; -- end"))
        .isEqualTo("SELECT `a b`, `c d`, `e` FROM `db`.`t`");
  }

  @Test
  void returnsATreeOfItsOwnEachTime() {
    assertThat(Parsed.tree("SELECT 1")).isNotSameAs(Parsed.tree("SELECT 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", " ; ", ";;", "; -- done", ";\n/* done */\n", " -- done"})
  void takesASemicolonAndCommentsAfterTheQuery(String end) {
    assertThat(Parsed.text("SELECT a FROM t" + end)).isEqualTo("SELECT `a` FROM `t`");
  }

  @Test
  void keepsBackslashesInTextsAndWritesOutUnicodeEscapes() {
    assertThat(printed("'it''s \\n'")).isEqualTo("'it''s \\n'");
    assertThat(printed("U&'caf\\00e9 \\\\ \\+01F600'")).isEqualTo("'café \\ 😀'");
    assertThat(printed("U&'caf!00e9' UESCAPE '!'")).isEqualTo("'café'");
  }

  @Test
  void readsCommentsWhateverTheyOpenWith() {
    assertThat(Parsed.text("SELECT /***/ a, /*+ x */ b, /**/ c /* '; */ FROM t --'"))
        .isEqualTo("SELECT `a`, `b`, `c` FROM `t`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x FROM t CROSS JOIN UNNEST(a) AS u(x, y)",
        "SELECT x FROM t, UNNEST(a) AS u(x)",
        "SELECT x FROM t, UNNEST(t.a.b) u",
        "SELECT x FROM t LEFT JOIN UNNEST(a) AS u(x) ON TRUE",
        "SELECT x FROM t CROSS JOIN UNNEST(a, b) WITH ORDINALITY AS u(x, y, n)",
        "SELECT * FROM UNNEST(ARRAY[1, 2], ARRAY[3])",
        "SELECT * FROM t WHERE EXISTS (SELECT 1 FROM UNNEST(t.a) AS u(x) WHERE x = 1)"
      })
  void readsUnnestInAllItsForms(String sql) {
    assertThat(Parsed.text(sql)).contains("UNNEST(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t ORDER BY a OFFSET 2 LIMIT 5",
        "SELECT a FROM t ORDER BY a LIMIT 5 OFFSET 2",
        "SELECT a FROM t ORDER BY a OFFSET 2 ROWS FETCH FIRST 5 ROWS ONLY"
      })
  void readsLimitAndOffsetInEitherOrder(String sql) {
    SqlOrderBy order = (SqlOrderBy) Parsed.tree(sql);
    assertThat(order.offset).hasToString("2");
    assertThat(order.fetch).hasToString("5");
  }

  @Test
  void readsQualifyAndFilterAndWindowFrames() {
    SqlSelect select =
        (SqlSelect)
            Parsed.tree(
                "SELECT count(*) FILTER (WHERE a > 1) FROM t WHERE b QUALIFY row_number() OVER w = 1");
    assertThat(select.getQualify()).isNotNull();
    assertThat(select.getSelectList().get(0).getKind()).isEqualTo(SqlKind.FILTER);
    assertThat(printed("sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"))
        .contains("ROWS BETWEEN 1 PRECEDING AND CURRENT ROW");
    assertThat(printed("sum(a) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING)"))
        .contains("ROWS BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING");
    assertThat(printed("lag(a) IGNORE NULLS OVER (ORDER BY b RANGE UNBOUNDED PRECEDING)"))
        .contains("IGNORE NULLS OVER (ORDER BY `b` RANGE UNBOUNDED PRECEDING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x[1] | ITEM",
        "m['k'] | ITEM",
        "a.b[1].c | DOT",
        "f(x).y | DOT",
        "x IS DISTINCT FROM y | IS_DISTINCT_FROM",
        "x != y | NOT_EQUALS",
        "TRY_CAST(x AS bigint) | SAFE_CAST",
        "CAST(x AS bigint) | CAST",
        "extract(year FROM x) | EXTRACT",
        "extract(day_of_week FROM x) | EXTRACT",
        "position('a' IN x) | POSITION",
        "trim(both 'x' FROM y) | TRIM",
        "row(1, 2) | ROW",
        "ARRAY[1, 2] | ARRAY_VALUE_CONSTRUCTOR",
        "array_agg(x ORDER BY y) | ARRAY_AGG"
      })
  void givesCalcitesKinds(String expression, SqlKind kind) {
    assertThat(item(expression).getKind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(*)",
        "count(DISTINCT x)",
        "sum(x)",
        "array_agg(DISTINCT x)",
        "year(x)",
        "month(x)",
        "hour(x)",
        "date(x)",
        "if(a, b, c)",
        "nullif(a, b)",
        "coalesce(a, b)",
        "floor(x)",
        "ceil(x)",
        "mod(a, 2)",
        "contains(a, 1)",
        "date_trunc('day', x)",
        "date_add('day', 1, x)",
        "date_diff('day', a, b)",
        "format('%s', a)",
        "translate(a, b, c)",
        "user(x)",
        "filter(a, " + "x -> x > 1)",
        "transform(a, x -> x + 1)",
        "reduce(a, 0, (s, x) -> s + x, s -> s)",
        "map(ARRAY[1], ARRAY[2])",
        "map()",
        "element(x)",
        "percentile_cont(x)",
        "session(x)"
      })
  void leavesFunctionsUnresolved(String call) {
    SqlNode node = item(call);
    assertThat(((SqlBasicCall) node).getOperator()).isInstanceOf(SqlUnresolvedFunction.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar | VARCHAR",
        "varchar(3) | VARCHAR(3)",
        "bigint | BIGINT",
        "double | DOUBLE",
        "real | REAL",
        "varbinary | VARBINARY",
        "decimal(10, 2) | DECIMAL(10, 2)",
        "timestamp(3) | TIMESTAMP(3)",
        "timestamp with time zone | TIMESTAMP WITH TIME ZONE",
        "array(bigint) | BIGINT ARRAY",
        "map(varchar, bigint) | MAP< VARCHAR NULL, BIGINT NULL >",
        "row(date date, value bigint) | ROW(`date` DATE NULL, `value` BIGINT NULL)",
        "json | `json`"
      })
  void readsTypesAsTrinoSpellsThem(String type, String expected) {
    assertThat(printed("CAST(x AS " + type + ")")).isEqualTo("CAST(`x` AS " + expected + ")");
  }

  @Test
  void bindsAtTimeZoneTighterThanArithmetic() {
    SqlBasicCall sum = (SqlBasicCall) item("a.b AT TIME ZONE 'UTC' + INTERVAL '1' DAY");
    assertThat(sum.getKind()).isEqualTo(SqlKind.PLUS);
    assertThat(((SqlBasicCall) sum.operand(0)).getOperator()).isSameAs(TrinoOperators.AT_TIME_ZONE);
  }

  @Test
  void readsLikeWithAnEscapeAfterAWholeExpression() {
    assertThat(printed("a LIKE 'x' || '!%' ESCAPE '!' AND b LIKE 'y' ESCAPE '!' OR c LIKE 'z'"))
        .isEqualTo("`a` LIKE 'x' || '!%' ESCAPE '!' AND `b` LIKE 'y' ESCAPE '!' OR `c` LIKE 'z'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VALUES 1, 2",
        "VALUES (1, 'a'), (2, 'b')",
        "TABLE t",
        "(SELECT 1) UNION ALL SELECT 2",
        "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT * FROM a",
        "SELECT a FROM t GROUP BY GROUPING SETS ((a), ()), ROLLUP(a), CUBE(a) HAVING count(*) > 1",
        "SELECT a FROM t WHERE b = ANY (SELECT 1) AND c >= ALL (SELECT 2) AND d NOT IN (1, 2)",
        "SELECT a FROM t TABLESAMPLE BERNOULLI (10)",
        "SELECT * FROM t CROSS JOIN LATERAL (SELECT 1) AS u"
      })
  void takesEveryShapeOfQuery(String sql) {
    assertThat(Parsed.tree(sql)).isNotNull();
  }

  @Test
  void joinsLongChainsAsTheShortOnesMean() {
    String chain = "a = 1" + " AND a BETWEEN 1 AND 2 OR NOT b".repeat(100);
    assertThat(Parsed.text("SELECT 1 FROM t WHERE " + chain).replaceAll("[`()]", ""))
        .isEqualTo("SELECT 1 FROM t WHERE " + chain.replace("BETWEEN", "BETWEEN ASYMMETRIC"));
  }

  @Test
  void parsesOnSeveralThreadsAtOnce() throws Exception {
    String deep = "SELECT " + "f(".repeat(100) + "1" + ")".repeat(100);
    List<String> queries = List.of("SELECT a FROM t", deep, "SELECT value, date FROM u");
    List<String> expected = queries.stream().map(Parsed::text).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<List<String>> task = () -> queries.stream().map(Parsed::text).toList();
      for (Future<List<String>> result : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
