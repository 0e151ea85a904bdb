package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.columns;
import static dev.sluice.sql.Queries.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum(n)|bigint",
        "sum(id)|bigint",
        "sum(price)|decimal(38,2)",
        "sum(ratio)|double",
        "sum(share)|real",
        "avg(n)|double",
        "avg(price)|decimal(10,2)",
        "avg(share)|real",
        "count(*)|bigint",
        "count(DISTINCT name)|bigint",
        "approx_distinct(n)|bigint",
        "min(d)|date",
        "7 / 2|integer",
        "7 / 2.0|decimal(12,1)",
        "n / small|integer",
        "n + id|bigint",
        "n * price|decimal(20,2)",
        "price + rate|decimal(13,4)",
        "price * rate|decimal(16,6)",
        "price / rate|decimal(16,4)",
        "price / 3|decimal(10,2)",
        "3 / price|decimal(14,2)",
        "price % rate|decimal(6,4)",
        "ratio * 2|double",
        "share * 2|real",
        "share + price|real",
        "share / ratio|double",
        "-n|integer",
        "length(name)|bigint",
        "cardinality(words)|bigint",
        "strpos(name, 'a')|bigint",
        "'abc'|varchar(3)",
        "''|varchar(0)",
        "1.50|decimal(3,2)",
        "1e3|double",
        "10000000000|bigint",
        "NULL|unknown",
        "n = NULL|boolean",
        "coalesce(NULL, n)|integer",
        "coalesce(n, id)|bigint",
        "coalesce(share, price)|real",
        "coalesce(price, 1)|decimal(12,2)",
        "CASE WHEN ok THEN 1 ELSE 2.5 END|decimal(11,1)",
        "CASE WHEN ok THEN n END|integer",
        "if(ok, 'a', 'bcd')|varchar(3)",
        "nullif(n, 0)|integer",
        "greatest(n, id)|bigint",
        "round(price)|decimal(9,0)",
        "round(price, 1)|decimal(11,2)",
        "floor(n)|integer",
        "ceil(price)|decimal(9,0)",
        "lag(n) OVER (ORDER BY d)|integer",
        "lead(name, 2, 'x') OVER (ORDER BY d)|varchar",
        "first_value(price) OVER (ORDER BY d)|decimal(10,2)",
        "ntile(4) OVER (ORDER BY d)|bigint",
        "sum(n) FILTER (WHERE ok) OVER (PARTITION BY name)|bigint",
        "date_diff('day', d, d)|bigint",
        "date_trunc('day', ts)|timestamp(3)",
        "date_add('day', 1, d)|date",
        "current_timestamp|timestamp(3) with time zone",
        "d + INTERVAL '1' DAY|date",
        "3 * INTERVAL '1' MONTH + d|date",
        "TIMESTAMP '2026-03-01'|timestamp(0)",
        "TIMESTAMP '2026-03-01 00:00:00.120000'|timestamp(6)",
        "TIMESTAMP '2026-03-01 00:00:00.123456789012'|timestamp(12)",
        "TIMESTAMP '2026-03-01 00:00:00.1 UTC'|timestamp(1) with time zone",
        "TIMESTAMP '2026-03-01' AT TIME ZONE 'UTC'|timestamp(0) with time zone",
        "TIMESTAMP '2026-03-01' + INTERVAL '1' DAY|timestamp(3)",
        "TIMESTAMP '2026-03-01' + INTERVAL '1' MONTH|timestamp(0)",
        "TIMESTAMP '2026-03-01 00:00:00.123456' - INTERVAL '1' DAY|timestamp(6)",
        "date_trunc('day', TIMESTAMP '2026-03-01')|timestamp(0)",
        "coalesce(ts, TIMESTAMP '2026-03-01')|timestamp(3)",
        "coalesce(d, TIMESTAMP '2026-03-01')|timestamp(0)",
        "coalesce(d, TIMESTAMP '2026-03-01 00:00:00.1235', ts)|timestamp(4)",
        "CASE WHEN ok THEN TIMESTAMP '2026-03-01' ELSE TIMESTAMP '2026-03-01 00:00:00.12' END|timestamp(2)",
        "cast(ts AS timestamp(6))|timestamp(6)",
        "cast(ts AS timestamp(0) with time zone)|timestamp(0) with time zone",
        "cast(ts AS timestamp)|timestamp(3)",
        "ts - INTERVAL '1' DAY / 2|timestamp(3)",
        "ts + -(INTERVAL '1' DAY - INTERVAL '1' HOUR)|timestamp(3)",
        "d + (d - d)|date",
        "to_milliseconds(ts - d)|bigint",
        "to_milliseconds(NULL - d)|bigint",
        "to_milliseconds(sum(0.5 * INTERVAL '1' SECOND))|bigint",
        "hour(avg(ts - d))|bigint",
        "year(max(INTERVAL '36' MONTH))|bigint",
        "words[1]|varchar",
        "tags['a']|varchar",
        "bids[1].deals[2]|varchar",
        "device.geo.lat|double",
        "cast(n AS decimal(5,1))|decimal(5,1)",
        "try_cast(name AS double)|double",
        "n IN (SELECT id FROM web.users)|boolean",
        "name::bigint|bigint",
        "cast(device AS row(os varchar, e bigint, geo row(lat double, lon double, city varchar)))|row(os varchar, e bigint, geo row(lat double, lon double, city varchar))",
        "cast(nums AS array<bigint>)|array(bigint)",
        "cast(tags AS map<string, string>)|map(varchar, varchar)",
        "transform(bids, b -> b.cpm)|array(double)",
        "filter(bids, b -> cardinality(b.deals) > n)[1].bidder|varchar",
        "reduce(nums, 0, (s, x) -> s + x, s -> s > 1)|boolean",
        "transform_values(tags, (k, v) -> length(v))|map(varchar, bigint)",
        "map_filter(tags, (k, v) -> k = v)|map(varchar, varchar)",
        "zip_with(nums, words, (a, b) -> b)|array(varchar)",
        "ts AT TIME ZONE 'UTC'|timestamp(3) with time zone",
        "map(words, nums)|map(varchar, integer)",
        "map_keys(tags)|array(varchar)",
        "map_entries(tags)|array(row(field0 varchar, field1 varchar))",
        "concat(ARRAY[1], ARRAY[2.5])|array(decimal(11,1))",
        "array_agg(price)|array(decimal(10,2))",
        "approx_percentile(n, 0.5)|bigint",
        "json_format(json_extract(name, '$.a'))|varchar",
        "cast(json_parse(name) AS array(bigint))|array(bigint)",
        "split(name, ',')|array(varchar)",
        "sequence(1, 5)|array(bigint)",
        "sequence(d, d)|array(date)",
        "corr(n, n)|real",
        "corr(n, ratio)|double",
        "regr_slope(price, share)|real",
        "geometric_mean(n)|double",
        "geometric_mean(price)|real",
        "approx_percentile(price, 0.5)|real",
        "approx_percentile(price, ARRAY[0.5])|array(real)",
        "truncate(n)|decimal(10,0)",
        "truncate(n, 1)|decimal(10,0)",
        "truncate(id)|decimal(19,0)",
        "truncate(price)|decimal(8,0)",
        "truncate(price, 1)|decimal(10,2)",
        "truncate(ratio)|double",
        "sign(price)|decimal(1,0)",
        "to_base(n, 2)|varchar(64)",
        "soundex(name)|varchar(4)",
        "to_iso8601(d)|varchar(16)",
        "lower('abc')|varchar(3)",
        "trim('abc')|varchar(3)",
        "substr('abc', 2)|varchar(3)",
        "split('abc', ',')|array(varchar(3))",
        "replace('abc', 'b')|varchar(3)",
        "replace('abc', 'b', 'vwxyz')|varchar(23)",
        "regexp_replace('day', 'a', 'abc')|varchar(19)",
        "url_encode('abc')|varchar(36)",
        "json_extract_scalar('abc', '$')|varchar(3)",
        "json_extract_scalar(name, '$')|varchar",
        "lower(to_hex(md5(to_utf8(name))))|varchar",
        "percent_rank() OVER (ORDER BY d)|double",
        "position('a' IN name)|bigint",
        "0.5|decimal(1,1)",
      })
  void expressionsHaveTheTypeThatTrinoGivesThem(String expression, String type) {
    assertThat(types(expression)).containsExactly(type);
  }

  @Test
  void setsOfQueriesHaveTheCommonType() {
    assertThat(columns("SELECT 1 UNION SELECT 1.5")).containsExactly("_col0 decimal(11,1)");
    assertThat(columns("SELECT 'a' AS x UNION ALL SELECT 'bcd'")).containsExactly("x varchar(3)");
    assertThat(columns("VALUES (1, NULL), (NULL, 'a')"))
        .containsExactly("_col0 integer", "_col1 varchar(1)");
  }

  /** As Trino 411 refuses them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_by(name, map(ARRAY[1], ARRAY[2]))",
        "max(map(ARRAY[1], ARRAY[2]))",
        "greatest(json_parse(name), json_parse(name))",
        "array_sort(ARRAY[map(ARRAY[1], ARRAY[2])])",
        "map(ARRAY[1], ARRAY[2]) < map(ARRAY[1], ARRAY[2])",
        "json_parse(name) BETWEEN json_parse(name) AND json_parse(name)",
        "row_number() OVER (ORDER BY map(ARRAY[1], ARRAY[2]))",
        "repeat(name, id)",
        "round(n, id)",
        "truncate(n, id)",
        "truncate(ratio, 1)",
        "with_timezone(current_timestamp, 'UTC')",
        "concat_ws(',', ARRAY['a'], 'b')",
        "sequence(d, TIMESTAMP '2020-01-01 00:00:00')",
        "sequence(1, 5, INTERVAL '1' DAY)",
        "format('%s', ARRAY[1])",
        "concat_ws(',', ARRAY[1])",
        "json_array_contains(name, d)",
        "approx_percentile(n, ARRAY['a'])",
        "codepoint(name)",
        "flatten(ARRAY[1])",
        "random(ratio)",
        "cast(json_parse(name) AS date)"
      })
  void whatTrinoDoesNotTakeIsATypeError(String expression) {
    assertThatThrownBy(() -> types(expression))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH));
  }

  @Test
  void groupingIsOfWhatIsGroupedBy() {
    assertThat(columns("SELECT grouping(name) FROM web.users GROUP BY ROLLUP (name)"))
        .containsExactly("_col0 integer");
    assertThatThrownBy(() -> columns("SELECT grouping(name) FROM web.users"))
        .hasMessageContaining("grouping() is of what is grouped by");
    assertThatThrownBy(() -> columns("SELECT grouping(id) FROM web.users GROUP BY name"))
        .hasMessageContaining("grouping() is of what is grouped by");
    assertThatThrownBy(
            () -> columns("SELECT name FROM web.users ORDER BY map(ARRAY[1], ARRAY[id])"))
        .hasMessageContaining("have no order");
  }
}
