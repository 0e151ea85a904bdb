package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.error;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesOfSelectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT max(sum(n)) FROM web.events|An aggregate cannot stand inside another at line 1, column 12",
        "SELECT rank() FROM web.events|Function rank needs a window at line 1, column 8; add OVER (…)",
        "SELECT lower(name) OVER () FROM web.events|Function lower is no aggregate and no window function at line 1, column 8; drop OVER",
        "SELECT sum(n) OVER w FROM web.events|Window w is not declared at line 1, column 20",
        "SELECT sum(n) OVER ww FROM web.events WINDOW w AS (ORDER BY n)|Window ww is not declared at line 1, column 20; did you mean w?",
        "SELECT sum(n) OVER (v) FROM web.events WINDOW w AS (ORDER BY n)|Window v is not declared at line 1, column 21",
        "SELECT 1 FROM web.events WHERE rank() OVER (ORDER BY n) = 1|A window function cannot stand in the WHERE clause at line 1, column 32; QUALIFY or a subquery can hold it",
        "SELECT 1 FROM web.users a, web.users a|Two items of the FROM clause are called a at line 1, column 26",
        "WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1|Two queries of WITH are called a at line 1, column 23",
        "WITH a (x, y) AS (SELECT 1) SELECT 1|Query a is given 2 names for its columns where there are 1 at line 1, column 8",
        "SELECT 1 UNION SELECT 1, 2|The queries of a UNION have 1 and 2 columns at line 1, column 1",
        "SELECT 1 UNION SELECT 'a'|Column 1 of the queries of a UNION is integer and varchar(1) at line 1, column 1; cast one of them",
        "VALUES (1, 2), (3)|The rows of VALUES have 2 and 1 columns at line 1, column 1",
        "SELECT DISTINCT name FROM web.users ORDER BY id|With SELECT DISTINCT, ORDER BY takes only what is selected at line 1, column 46",
        "SELECT name AS x, id AS x FROM web.users ORDER BY x|Column x is ambiguous at line 1, column 51; qualify it",
        "SELECT name FROM web.users GROUP BY 2|The GROUP BY clause names column 2 of 1 at line 1, column 37",
        "SELECT count(*), 1 FROM web.users GROUP BY 1|An aggregate cannot stand in the GROUP BY clause at line 1, column 44",
        "SELECT sum(id) + 1 FROM web.users GROUP BY 1|An aggregate cannot stand in the GROUP BY clause at line 1, column 44",
        "SELECT count(*) FILTER (WHERE id > 1) FROM web.users GROUP BY 1|An aggregate cannot stand in the GROUP BY clause at line 1, column 63",
        "SELECT listagg(name) WITHIN GROUP (ORDER BY id) FROM web.users GROUP BY 1|An aggregate cannot stand in the GROUP BY clause at line 1, column 73",
        "SELECT name, rank() OVER (ORDER BY name) FROM web.users GROUP BY 1, 2|A window function cannot stand in the GROUP BY clause at line 1, column 69",
        "SELECT country FROM web.users GROUP BY name HAVING id > 1|country is neither grouped by nor inside an aggregate at line 1, column 8",
        "SELECT name FROM web.users GROUP BY name ORDER BY max(id), id|id is neither grouped by nor inside an aggregate at line 1, column 60",
        "SELECT (SELECT max(v.n) FROM web.visits v WHERE v.id = u.id) FROM web.users u GROUP BY u.name|id is neither grouped by nor inside an aggregate at line 1, column 56",
        "SELECT cast(name AS bigin) FROM web.users|Type bigin is not known at line 1, column 21; did you mean bigint?",
        "SELECT cast(name AS uuid) FROM web.users|Type uuid is not known at line 1, column 21",
        "SELECT listagg(name, ',') FROM web.users|Function listagg needs an order at line 1, column 8; add WITHIN GROUP (ORDER BY …)",
        "SELECT listagg(id, ',') WITHIN GROUP (ORDER BY id) FROM web.users|Function listagg cannot take bigint and varchar(1) at line 1, column 8; cast to varchar, for example CAST(… AS varchar)",
        "SELECT listagg(name, country) WITHIN GROUP (ORDER BY id) FROM web.users|The separator of listagg must be a text at line 1, column 8",
        "SELECT listagg(name) WITHIN GROUP (ORDER BY id) FILTER (WHERE id) FROM web.users|A WHEN clause must be a boolean at line 1, column 63",
        "SELECT array_agg(id ORDER BY id) FILTER (WHERE id > 1) OVER () FROM web.users|An aggregate with an order of its own takes no OVER at line 1, column 8",
        "SELECT array_agg(id) FILTER (WHERE id > 1) OVER () FROM web.users|FILTER of array_agg takes no OVER at line 1, column 8; filter the rows in a subquery, or take the NULLs of a CASE out of the array",
        "SELECT listagg(name) WITHIN GROUP (ORDER BY id) FILTER (WHERE id > 1) OVER () FROM web.users|An aggregate with an order of its own takes no OVER at line 1, column 8",
        "SELECT max(id ON OVERFLOW ERROR) FROM web.users|ON OVERFLOW is for listagg at line 1, column 15",
        "SELECT listagg(name, country ON OVERFLOW TRUNCATE WITH COUNT) WITHIN GROUP (ORDER BY id) FROM web.users|The separator of listagg must be a text at line 1, column 8",
        "SELECT listagg(ON OVERFLOW ERROR) WITHIN GROUP (ORDER BY id) FROM web.users|Syntax error at line 1, column 16: found 'ON'; expected one of: an expression, ')', SELECT",
        "SELECT listagg(name ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY id) FROM web.users|Syntax error at line 1, column 41: found ')'; expected one of: WITH, WITHOUT",
        "SELECT listagg(name) WITHIN GROUP (ORDER BY id) OVER () FROM web.users|An aggregate with an order of its own takes no OVER at line 1, column 8",
        "SELECT array_agg(name) WITHIN GROUP (ORDER BY id) FROM web.users|Function array_agg takes no WITHIN GROUP at line 1, column 8; write array_agg(x ORDER BY y)",
        "SELECT array_agg(DISTINCT name ORDER BY id) FROM web.users|With DISTINCT, ORDER BY in an aggregate takes only its arguments at line 1, column 41",
        "SELECT array_agg(name ORDER BY sum(id)) FROM web.users|An aggregate cannot stand inside another at line 1, column 32",
        "SELECT name FROM web.users WHERE array_agg(id ORDER BY id) IS NULL|An aggregate cannot stand in the WHERE clause at line 1, column 34; HAVING can hold it",
        "SELECT * FROM web.users UNPIVOT (v FOR name IN (a, b))|UNPIVOT is not supported at line 1, column 25; join with UNNEST(ARRAY[…])",
        "SELECT * FROM web.users PIVOT (count(*), max(id) FOR name IN ('a'))|Each of several aggregates in a PIVOT needs a name at line 1, column 32; write … AS name",
        "SELECT * FROM web.users PIVOT (count(*) FOR name IN ('a', lower('B')))|A value of PIVOT that is no literal needs a name at line 1, column 59; write … AS name",
        "SELECT * FROM web.users PIVOT (count(*) FOR (name, country) IN ('a'))|PIVOT compares 2 columns with 1 values at line 1, column 65",
        "SELECT * FROM web.users PIVOT (count(*) FOR name IN (country AS c))|PIVOT compares with constants, not with columns at line 1, column 54",
        "SELECT * FROM web.users PIVOT (count(*) FOR nam IN ('a'))|Column nam not found at line 1, column 45; did you mean name?",
        "SELECT * FROM web.users PIVOT (lower(name) FOR country IN ('a'))|FILTER is for aggregates: lower is none at line 1, column 32",
        "SELECT * FROM web.users PIVOT (count(*) FOR name IN ('a', ''))|A value of PIVOT that is an empty text needs a name at line 1, column 59; write … AS name",
        "SELECT * FROM web.users PIVOT (count(*) FOR name IN ())|PIVOT needs values to compare with at line 1, column 25",
        "SELECT * FROM (SELECT id, name FROM web.users) PIVOT (max(id) FOR name IN ())|PIVOT needs values to compare with at line 1, column 48",
        "SELECT * FROM web.users PIVOT (count(*) FOR name IN ((SELECT 'a') AS a))|PIVOT compares with constants, not with subqueries at line 1, column 55",
        "SELECT * FROM web.users PIVOT (max((SELECT max(n) FROM web.visits)) FOR name IN ('a'))|A subquery cannot stand in an aggregate of PIVOT at line 1, column 36; write it into the query that PIVOT reads",
        "SELECT * FROM web.users PIVOT (count(*) OVER () FOR name IN ('a'))|PIVOT takes plain aggregates, as sum(x), at line 1, column 32",
        "SELECT * FROM web.users PIVOT (count(*) FILTER (WHERE id > 1) FOR name IN ('a'))|PIVOT takes plain aggregates, as sum(x), at line 1, column 32",
        "SELECT sum(n) OVER (GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM web.events|A frame that counts GROUPS needs ORDER BY to tell them at line 1, column 20; add ORDER BY",
        "SELECT filter(nums, (x, y) -> x > y) FROM web.events|Argument 2 of filter is a function of one value, as in x -> …, at line 1, column 28",
        "SELECT filter(nums, x -> x + 1) FROM web.events|The function in filter gives integer, not a boolean, at line 1, column 8",
        "SELECT reduce(nums, 0, (s, x) -> s + 1.5, s -> s) FROM web.events|The state of reduce starts as integer and becomes decimal(12,1) at line 1, column 8; cast what it starts with",
        "SELECT cast(ts AS timestamp(13)) FROM web.events|A timestamp has at most 12 digits of a second at line 1, column 19",
        "SELECT cast(n AS decimal(40, 2)) FROM web.events|A decimal has 1 to 38 digits, no more of them after the point at line 1, column 18",
        "SELECT * FROM (SELECT 1) WHERE x.y.z = 1|Column x.y.z not found at line 1, column 32",
        "SELECT sum(DISTINCT n) OVER () , abs(DISTINCT n) FROM web.events|DISTINCT is for aggregates: abs is none at line 1, column 34",
        "SELECT max(*) FROM web.events|Function max takes no * at line 1, column 8",
        "SELECT 1 FROM web.users JOIN web.events|JOIN needs ON or USING, or CROSS before it, at line 1, column 30",
        "SELECT *|SELECT * needs a FROM clause at line 1, column 8",
      })
  void saysWhatBreaksThem(String sql, String message) {
    assertThat(error(sql)).hasMessage(message);
  }

  @Test
  void fieldsOfWhatIsGroupedByHaveAValue() {
    assertThat(canonical("SELECT device.os, count(*) FROM web.events GROUP BY device"))
        .endsWith("GROUP BY \"events\".\"device\"");
  }

  @Test
  void windowsGoOverTheGroups() {
    assertThat(
            canonical(
                "SELECT name, sum(sum(n)) OVER (ORDER BY max(d)) FROM web.events GROUP BY name"))
        .startsWith("SELECT \"events\".\"name\", SUM(SUM(\"events\".\"n\")) OVER");
  }

  @Test
  void datesBesideTimestampsBecomeTimestamps() {
    assertThat(canonical("SELECT 1 FROM web.events WHERE ts >= DATE '2026-03-01'"))
        .endsWith("WHERE \"events\".\"ts\" >= CAST(DATE '2026-03-01' AS TIMESTAMP)");
    assertThat(canonical("SELECT coalesce(ts, d) AS x FROM web.events"))
        .startsWith("SELECT COALESCE(\"events\".\"ts\", CAST(\"events\".\"d\" AS TIMESTAMP))");
    assertThat(canonical("SELECT 1 FROM web.events WHERE d IN (ts)"))
        .endsWith("WHERE CAST(\"events\".\"d\" AS TIMESTAMP) IN (\"events\".\"ts\")");
    assertThat(canonical("SELECT 1 FROM web.events WHERE d > TIMESTAMP '2026-03-01'"))
        .contains("WHERE CAST(\"events\".\"d\" AS TIMESTAMP) >");
    assertThat(canonical("SELECT coalesce(d, TIMESTAMP '2026-03-01') AS x FROM web.events"))
        .contains("CAST(\"events\".\"d\" AS TIMESTAMP(0))");
  }
}
