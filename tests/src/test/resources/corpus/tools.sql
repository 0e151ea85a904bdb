-- What tools send over connections to Trino, Athena, Redshift and PostgreSQL, said over the tables of the test lake. A source is a
-- repository with a path or an issue in it, where the shape was seen (2026-11-26); the names of tables and columns are ours.
-- How an entry is written stands in trino.sql.

-- # dbt

-- construct: what columns a model has
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/adapters/columns.sql
-- accepted: athena spectrum spark
select * from (
    select user_id, name from web.users
) as __dbt_sbq
where false
limit 0;

-- construct: an empty relation as a source
-- source: dbt-labs/dbt-adapters, dbt-adapters/tests/unit/test_relation.py
-- accepted: athena spectrum spark
select user_id from (select * from web.users where false limit 0) _dbt_limit_subq_users;

-- construct: dbt show
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/adapters/show.sql
-- accepted: athena spectrum spark
with recent as (select * from web.users where visits > 3)
select * from recent
limit 5;

-- construct: a data test
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/materializations/tests/helpers.sql
-- accepted: athena spectrum spark
select
  count(*) as failures,
  count(*) != 0 as should_warn,
  count(*) != 0 as should_error
from (
  select user_id from web.users where user_id is null
) dbt_internal_test;

-- construct: test that values are unique
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/generic_test_sql/unique.sql
-- accepted: athena spectrum spark
select
    user_id as unique_field,
    count(*) as n_records
from web.users
where user_id is not null
group by user_id
having count(*) > 1;

-- construct: test of accepted values
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/generic_test_sql/accepted_values.sql
-- accepted: athena spectrum spark
with all_values as (
    select
        country as value_field,
        count(*) as n_records
    from web.users
    group by country
)
select *
from all_values
where value_field not in (
    'ch','de','at'
);

-- construct: test of a relationship
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/generic_test_sql/relationships.sql
-- accepted: athena spectrum spark
with child as (
    select user_id as from_field
    from web.clicks
    where user_id is not null
),
parent as (
    select user_id as to_field
    from web.users
)
select from_field
from child
left join parent
    on child.from_field = parent.to_field
where parent.to_field is null;

-- construct: a unit test
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/materializations/tests/helpers.sql
-- accepted: athena spectrum spark
with dbt_internal_unit_test_actual as (
  select name, visits, 'actual' as "actual_or_expected"
  from (
    select name, visits from web.users
  ) _dbt_internal_unit_test_actual
),
dbt_internal_unit_test_expected as (
  select name, visits, 'expected' as "actual_or_expected"
  from (
    select cast('ada' as varchar) as name, cast(3 as integer) as visits
    union all
    select cast('bob' as varchar) as name, cast(null as integer) as visits
  ) _dbt_internal_unit_test_expected
)
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected;

-- construct: how fresh a source is
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/adapters/freshness.sql and dbt-athena/src/dbt/include/athena/macros/utils/timestamps.sql
-- accepted: athena spectrum spark
select
  max(seen) as max_loaded_at,
  cast(now() as timestamp) as snapshotted_at
from web.users
where country = 'ch';

-- construct: the partitions that a model writes
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/materializations/models/helpers/get_partition_batches.sql
-- accepted: athena spectrum
select distinct country, date_trunc('month', born) from (select * from web.users) order by country, date_trunc('month', born);

-- construct: a surrogate key
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/materializations/snapshots/snapshot.sql
-- accepted: athena
select to_hex(md5(to_utf8(coalesce(cast(user_id as varchar), '') || '|' || coalesce(cast(seen as varchar), '')))) as dbt_scd_id
from web.users;

-- construct: a snapshot's three parts
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/materializations/snapshots/snapshot.sql
-- accepted: athena spark
select dbt_internal_dest.user_id
from web.users as dbt_internal_dest
left join web.sessions_by_name as dbt_internal_source
on dbt_internal_source.user_id = dbt_internal_dest.user_id
where dbt_internal_source.user_id is null
union all
select dbt_internal_source.user_id
from web.users as dbt_internal_dest
inner join web.sessions_by_name as dbt_internal_source
on dbt_internal_source.user_id = dbt_internal_dest.user_id
where dbt_internal_source.ended is null
  and dbt_internal_source.session_id in ('update', 'delete');

-- construct: a list of texts
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/utils/listagg.sql
-- accepted: athena
select country, array_join(array_agg(name order by name), ', ') as names from web.users group by country;

-- construct: a difference in days
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/utils/datediff.sql
-- accepted: athena spectrum spark
select ((to_milliseconds((CAST(CAST(seen AS TIMESTAMP) AS DATE) - CAST(CAST(born AS TIMESTAMP) AS DATE)))) / 86400000) as days from web.users;

-- construct: a difference in months
-- source: dbt-labs/dbt-adapters, dbt-athena/src/dbt/include/athena/macros/utils/datediff.sql
-- accepted: athena spectrum spark
select ((year(CAST(seen AS TIMESTAMP)) - year(CAST(born AS TIMESTAMP))) * 12) + month(CAST(seen AS TIMESTAMP)) - month(CAST(born AS TIMESTAMP)) as months from web.users;

-- construct: a series of dates
-- source: dbt-labs/dbt-adapters, dbt-adapters/src/dbt/include/global_project/macros/utils/date_spine.sql and generate_series.sql
-- accepted: athena spark
with rawdata as (
    with p as (
        select 0 as generated_number union all select 1
    ), unioned as (
        select
          p0.generated_number * power(2, 0)
          + p1.generated_number * power(2, 1)
          + 1
          as generated_number
        from
          p as p0 cross join p as p1
    )
    select *
    from unioned
    where generated_number <= 4
    order by generated_number
),
all_periods as (
    select (
        date_add('day', row_number() over (order by 1) - 1, date '2026-03-01')
    ) as date_day
    from rawdata
),
filtered as (
    select *
    from all_periods
    where date_day <= date '2026-03-04'
)
select * from filtered;

-- # Metabase

-- construct: the rows of a table
-- source: metabase/metabase, modules/drivers/athena/test/metabase/driver/athena_test.clj (remove-remark-test)
-- accepted: athena spectrum spark
-- Metabase:: userID: 1 queryType: MBQL queryHash: 3848855aea99cb66
SELECT "web"."users"."user_id" AS "user_id", "web"."users"."name" AS "name", "web"."users"."visits" AS "visits" FROM "web"."users" LIMIT 2000;

-- construct: a page of rows
-- source: metabase/metabase, modules/drivers/athena/test/metabase/driver/athena_test.clj (page-test)
-- accepted: athena spectrum spark
SELECT "web"."users"."user_id" AS "user_id" FROM "web"."users" ORDER BY "web"."users"."user_id" ASC OFFSET 10 LIMIT 5;

-- construct: a count by month
-- source: metabase/metabase, modules/drivers/athena/src/metabase/driver/athena.clj (sql.qp/date) and issue 38384
-- accepted: athena spectrum spark
SELECT DATE_TRUNC('month', "web"."users"."seen") AS "seen", COUNT(*) AS "count" FROM "web"."users" GROUP BY DATE_TRUNC('month', "web"."users"."seen") ORDER BY DATE_TRUNC('month', "web"."users"."seen") ASC;

-- construct: a count by week
-- source: metabase/metabase, modules/drivers/athena/src/metabase/driver/athena.clj (sql.qp/date, sql.qp/adjust-start-of-week)
-- accepted: athena spectrum spark
SELECT DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, "web"."users"."seen"))) AS "seen", COUNT(*) AS "count" FROM "web"."users" GROUP BY DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, "web"."users"."seen"))) ORDER BY DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, "web"."users"."seen"))) ASC;

-- construct: a question over a question
-- source: metabase/metabase, issue 23862
-- accepted: athena spectrum spark
SELECT "source"."size" AS "size", "source"."sum" AS "sum" FROM (SELECT CASE WHEN "web"."users"."balance" > 10 THEN 'large' ELSE 'small' END AS "size", SUM("web"."users"."balance") AS "sum" FROM "web"."users" GROUP BY CASE WHEN "web"."users"."balance" > 10 THEN 'large' ELSE 'small' END ORDER BY CASE WHEN "web"."users"."balance" > 10 THEN 'large' ELSE 'small' END ASC) AS "source" LIMIT 2000;

-- construct: a column called as its subquery
-- source: metabase/metabase, issue 70224
-- accepted: athena spectrum spark
SELECT "source"."source" AS "source", COUNT(*) AS "count" FROM (SELECT 1 AS "val", '2' AS "source") AS "source" GROUP BY "source"."source" ORDER BY "source"."source" ASC;

-- construct: a filter with values
-- source: metabase/metabase, issue 23862 (values as parameters)
-- accepted: athena spectrum spark
SELECT COUNT(*) AS "count" FROM "web"."users" WHERE ("web"."users"."country" = ?) AND ("web"."users"."visits" > ?);

-- construct: a moment with a zone
-- source: metabase/metabase, modules/drivers/athena/src/metabase/driver/athena.clj (unprepare-value)
-- accepted: athena
SELECT COUNT(*) AS "count" FROM "web"."users" WHERE "web"."users"."seen" >= timestamp '2026-03-01 00:00:00.000 US/Pacific' AND "web"."users"."seen" < timestamp '2026-04-01 00:00:00.000 -08:00';

-- construct: a difference of moments
-- source: metabase/metabase, modules/drivers/athena/src/metabase/driver/athena.clj (:datetime-diff)
-- accepted: athena spectrum spark
SELECT DATE_DIFF('day', DATE_TRUNC('day', "web"."users"."born"), DATE_TRUNC('day', "web"."users"."seen")) AS "days", DATE_DIFF('hour', CAST("web"."users"."born" AS timestamp), CAST("web"."users"."seen" AS timestamp)) AS "hours" FROM "web"."users" LIMIT 1048575;

-- construct: a median
-- source: metabase/metabase, modules/drivers/athena/src/metabase/driver/athena.clj (:median)
-- accepted: athena
SELECT APPROX_PERCENTILE("web"."users"."visits", 0.5) AS "median" FROM "web"."users";

-- construct: a column whose name has a question mark
-- source: metabase/metabase, modules/drivers/athena/test/metabase/driver/athena_test.clj (column-name-with-question-mark-test)
-- accepted: athena spectrum spark
SELECT "t"."name?" AS "name?" FROM (SELECT "web"."users"."name" AS "name?" FROM "web"."users") AS "t" WHERE "t"."name?" = 'BBQ' LIMIT 1;

-- # Superset

-- construct: a table chart with a time grain
-- source: apache/superset, superset/db_engine_specs/presto.py (_time_grain_expressions) and issue 20349
-- accepted: athena spectrum spark
SELECT date_trunc('day', CAST("seen" AS TIMESTAMP)) AS "seen",
       count(*) AS "count"
FROM "web"."users"
GROUP BY date_trunc('day', CAST("seen" AS TIMESTAMP))
ORDER BY "count" DESC
LIMIT 10000;

-- construct: weeks that begin on Sunday
-- source: apache/superset, superset/db_engine_specs/presto.py (_time_grain_expressions)
-- accepted: athena spark
SELECT date_trunc('week', CAST("seen" AS TIMESTAMP) + interval '1' day) - interval '1' day AS "__timestamp", sum("visits") AS "SUM(visits)"
FROM "web"."users"
GROUP BY date_trunc('week', CAST("seen" AS TIMESTAMP) + interval '1' day) - interval '1' day
ORDER BY "SUM(visits)" DESC
LIMIT 50000;

-- construct: a virtual dataset
-- source: apache/superset, superset/models/helpers.py (VIRTUAL_TABLE_ALIAS) and issue 14043
-- accepted: athena spectrum spark
SELECT "country" AS "country",
       sum("visits") AS "SUM(visits)"
FROM
  (select *
   from web.users u
   left join web.beacons b on b.kind = u.name) AS virtual_table
WHERE "seen" >= TIMESTAMP '2026-03-01 00:00:00.000000'
  AND "seen" < TIMESTAMP '2026-04-01 00:00:00.000000'
  AND "country" IN ('ch', 'de')
GROUP BY "country"
ORDER BY "SUM(visits)" DESC
LIMIT 1000;

-- construct: a chart of the largest series
-- source: apache/superset, superset/models/helpers.py (SERIES_LIMIT_SUBQ_ALIAS) and issue 875
-- accepted: athena spectrum spark
SELECT date_trunc('month', CAST("seen" AS TIMESTAMP)) AS "__timestamp",
       "country" AS "country",
       count(*) AS "count"
FROM "web"."users"
JOIN
  (SELECT "country" AS "country__",
          count(*) AS "mme_inner__"
   FROM "web"."users"
   GROUP BY "country"
   ORDER BY "mme_inner__" DESC
   LIMIT 10) AS "series_limit" ON "country" = "country__"
GROUP BY date_trunc('month', CAST("seen" AS TIMESTAMP)),
         "country"
ORDER BY "count" DESC
LIMIT 10000;

-- construct: a preview in SQL Lab
-- source: from practice, no source opened
-- accepted: athena spectrum spark
SELECT * FROM web.users LIMIT 101;

-- construct: the newest partition
-- source: apache/superset, superset/db_engine_specs/presto.py (_partition_query)
-- refused: TABLE_NOT_FOUND Table web.clicks$partitions not found
SELECT * FROM web."clicks$partitions" ORDER BY datetime DESC LIMIT 1;

-- construct: the views of a schema
-- source: apache/superset, superset/db_engine_specs/presto.py (get_view_names)
-- accepted: catalog
SELECT table_name FROM information_schema.tables
WHERE table_schema = 'web'
AND table_type = 'VIEW';

-- construct: what a statement would cost
-- source: apache/superset, superset/db_engine_specs/presto.py (estimate_statement_cost)
-- refused: SYNTAX_ERROR found 'TYPE'; a query begins with SELECT, WITH or VALUES
EXPLAIN (TYPE IO, FORMAT JSON) SELECT name FROM web.users;

-- # DBeaver

-- construct: the rows of a table
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTable.java (readData)
-- accepted: athena spectrum spark
SELECT * FROM web.users
LIMIT 200;

-- construct: the rows of a table with a filter and an order
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTable.java (needAliasInSelect, DEFAULT_TABLE_ALIAS)
-- accepted: athena spectrum spark
SELECT x.* FROM web.users x
WHERE country = 'ch'
ORDER BY x.visits DESC
LIMIT 200;

-- construct: the number of rows of a table
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTable.java (countData)
-- accepted: athena spectrum spark
SELECT COUNT(*) FROM web.users;

-- construct: the number of rows of a query
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.sql/src/org/jkiss/dbeaver/model/sql/transformers/SQLQueryTransformerCount.java
-- accepted: athena spectrum spark
SELECT COUNT(*) FROM (SELECT name, visits FROM web.users WHERE visits > 3
) dbvrcnt;

-- construct: the values of a column
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTableColumn.java (getValueEnumeration)
-- accepted: athena spectrum spark
SELECT country, count(*)
FROM web.users
GROUP BY country
ORDER BY 2 DESC
LIMIT 20;

-- construct: the values of a column that match
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTableColumn.java (getValueEnumeration)
-- accepted: athena spark
SELECT DISTINCT name
FROM web.users
WHERE name LIKE ?
ORDER BY 1;

-- construct: the number of values of a column
-- source: dbeaver/dbeaver, plugins/org.jkiss.dbeaver.model.jdbc/src/org/jkiss/dbeaver/model/impl/jdbc/struct/JDBCTableColumn.java (getDistinctValuesCount)
-- accepted: athena spectrum spark
SELECT COUNT(DISTINCT country)
FROM web.users;

-- # Tableau

-- construct: the number of rows
-- source: metriql/metriql, issue 75, and cwida/public_bi_benchmark, benchmark/HashTags/queries/19.sql
-- accepted: athena spectrum spark
SELECT SUM(1) AS "cnt:users_5514867AA7E644B18921DC52BAC9DD54:ok" FROM "web"."users" "users" HAVING (COUNT(1) > 0);

-- construct: the bounds of a filter
-- source: cwida/public_bi_benchmark, benchmark/MLB/queries/102.sql
-- accepted: athena spectrum spark
SELECT MIN("users"."visits") AS "TEMP(none:visits:qk lower)(290714814)(1)",
  MAX("users"."visits") AS "TEMP(none:visits:qk upper)(290714814)(1)"
FROM "web"."users" "users"
HAVING (COUNT(1) > 0);

-- construct: the values of a filter
-- source: cwida/public_bi_benchmark, benchmark/CommonGovernment/queries/1.sql
-- accepted: athena spectrum spark
SELECT "users"."country" AS "country" FROM "web"."users" "users" GROUP BY "users"."country" ORDER BY "country" ASC;

-- construct: a sum by two dimensions, grouped by position
-- source: cwida/public_bi_benchmark, benchmark/CMSprovider/queries/2.sql (its grouping is by the expressions; by position as for PostgreSQL)
-- accepted: athena spectrum spark
SELECT "users"."country" AS "country",
  SUM(1) AS "cnt:users:ok",
  AVG(CAST("users"."visits" AS DOUBLE)) AS "avg:visits:ok",
  CAST(EXTRACT(YEAR FROM "users"."seen") AS BIGINT) AS "yr:seen:ok"
FROM "web"."users" "users"
GROUP BY 1,
  4;

-- construct: a filter that leaves values out and keeps NULLs
-- source: cwida/public_bi_benchmark, benchmark/Eixo/queries/3.sql
-- accepted: athena spectrum spark
SELECT "users"."country" AS "country", SUM("users"."visits") AS "sum:visits:ok"
FROM "web"."users" "users"
WHERE ((NOT (("users"."country" IN ('ch', 'de')) OR ("users"."country" IS NULL))) AND (NOT ("users"."name" IN ('a', 'b'))))
GROUP BY "users"."country";

-- construct: a calculation over cases
-- source: cwida/public_bi_benchmark, benchmark/CommonGovernment/queries/43.sql
-- accepted: athena spectrum spark
SELECT SUM((CASE WHEN ("users"."country" = 'ch') THEN "users"."visits" ELSE null END)) AS "TEMP(% of visits (copy))(3650947972)(0)"
FROM "web"."users" "users"
HAVING (COUNT(1) > 0);

-- construct: the fiscal year
-- source: cwida/public_bi_benchmark, benchmark/CommonGovernment/queries/2.sql
-- accepted: athena spectrum spark
SELECT CAST(EXTRACT(YEAR FROM (CAST("users"."seen" AS DATE) + 3 * INTERVAL '1' MONTH)) AS BIGINT) AS "yr:seen:ok"
FROM "web"."users" "users"
GROUP BY 1;

-- construct: the top values as a filter
-- source: cwida/public_bi_benchmark, benchmark/Medicare1/queries/10.sql
-- accepted: athena spark
SELECT "users"."country" AS "country", AVG(CAST("users"."visits" AS DOUBLE)) AS "avg:visits:ok"
FROM "web"."users" "users"
WHERE EXISTS ( SELECT 1 AS "one" FROM (
  SELECT "users"."name" AS "name", AVG(CAST("users"."visits" AS DOUBLE)) AS "$__alias__0"
  FROM "web"."users" "users"
  GROUP BY "users"."name"
  ORDER BY "$__alias__0" DESC
  LIMIT 100 ) "t0" WHERE (("users"."name" = "t0"."name") OR ("users"."name" IS NULL AND "t0"."name" IS NULL)) )
GROUP BY "users"."country";

-- construct: members of a set
-- source: cwida/public_bi_benchmark, benchmark/HashTags/queries/5.sql
-- accepted: athena spectrum spark
SELECT (NOT ("t0"."_Tableau_join_flag" IS NULL)) AS "io:1 time:nk", COUNT(DISTINCT "users"."name") AS "usr:Calculation_6330207195516273:ok"
FROM "web"."users" "users"
  LEFT JOIN (
  SELECT "users"."name" AS "name", MIN(1) AS "_Tableau_join_flag"
  FROM "web"."users" "users"
  GROUP BY "users"."name"
  HAVING (SUM("users"."visits") = 1)
) "t0" ON ("users"."name" = "t0"."name")
GROUP BY (NOT ("t0"."_Tableau_join_flag" IS NULL));

-- construct: a query written by hand as a table
-- source: from practice, no source opened
-- accepted: athena spectrum spark
SELECT "Custom SQL Query"."country" AS "country", SUM("Custom SQL Query"."visits") AS "sum:visits:ok"
FROM (
  SELECT * FROM web.users
) "Custom SQL Query"
GROUP BY 1;

-- construct: whether temporary tables can be made
-- source: tableau/connector-plugin-sdk, samples/components/dialects/Annotated.tdd
-- refused: NOT_A_QUERY Sluice only reads: CREATE is not a query
CREATE GLOBAL TEMPORARY TABLE "#Tableau_1_connect" ON COMMIT PRESERVE ROWS AS SELECT 1 AS x;

-- construct: whether temporary tables can be filled by SELECT INTO
-- source: from practice, no source opened
-- refused: NOT_A_QUERY Sluice only reads: SELECT INTO is not a query
SELECT 1 AS x INTO "#Tableau_1_connect" FROM web.users;

-- # Any tool

-- construct: whether the connection is alive
-- source: from practice, no source opened
-- accepted: athena spectrum spark
SELECT 1;

-- construct: a query that gives columns and no rows
-- source: from practice, no source opened
-- accepted: athena spectrum spark
SELECT * FROM web.users WHERE 1 = 0;

-- construct: conditions after a first that is always true
-- source: from practice, no source opened
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE 1 = 1 AND visits > 2 AND country = 'ch';
