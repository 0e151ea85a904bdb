-- What Trino's grammar has for queries, said over the tables of the test lake (tests/src/test/resources/lake). Which constructs
-- there are was learnt from Trino's own parser tests (trinodb/trino, TestSqlParser.java); CorpusTest asks Trino's parser whether it
-- takes every one, and whether any part of its syntax tree is left out.
--
-- "-- # " begins a chapter. An entry is a few lines of comment and a query that ends with a semicolon at the end of a line:
--   construct: what the query shows; several entries may show the same
--   source:    where it was seen
--   accepted:  the engines that take it, at least; "catalog" where no engine is asked
--   refused:   the error's code, and words of the error

-- # Literals

-- construct: text
-- accepted: athena spectrum spark
SELECT 'plain', '', 'it''s' FROM web.users;

-- construct: text with line breaks
-- accepted: athena spectrum spark
SELECT 'two
lines' AS t FROM web.users;

-- construct: text with Unicode escapes
-- accepted: athena spectrum spark
SELECT U&'caf\00e9 \+01F600', u&'back\\slash' FROM web.users;

-- construct: text with Unicode escapes
-- accepted: athena spectrum spark
SELECT U&'caf#00e9' UESCAPE '#' FROM web.users;

-- construct: TRUE, FALSE and NULL
-- accepted: athena spectrum spark
SELECT TRUE, false, NULL FROM web.users;

-- construct: whole numbers
-- accepted: athena spectrum spark
SELECT 0, 7, 2147483648, 9223372036854775807, -9223372036854775808 FROM web.users;

-- construct: whole numbers with underscores
-- accepted: athena spectrum spark
SELECT 1_000_000 FROM web.users;

-- construct: whole numbers of base 16, 8 and 2
-- accepted: athena spectrum spark
SELECT 0xFF, 0o17, 0b1010 FROM web.users;

-- construct: decimal numbers
-- accepted: athena spectrum spark
SELECT 12.34, .5, 7., 0.0 FROM web.users;

-- construct: decimal numbers
-- accepted: athena spectrum spark
SELECT DECIMAL '12.34', DECIMAL '-7', DECIMAL '+.5' FROM web.users;

-- construct: doubles
-- accepted: athena spectrum spark
SELECT 1E5, 1e-5, .1E5, 2.5E+7, 123.E7 FROM web.users;

-- construct: bytes
-- accepted: athena spark
SELECT X'c0ffee', x'' FROM web.users;

-- construct: bytes with blanks between them
-- accepted: athena spark
SELECT X'c0 ff ee' FROM web.users;

-- construct: dates
-- accepted: athena spectrum spark
SELECT DATE '2026-03-01' FROM web.users;

-- construct: times of day
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (time(3))
SELECT TIME '03:04:05.678' FROM web.users;

-- construct: times of day
-- accepted: athena
SELECT CAST(CAST(seen AS time(0)) AS varchar) FROM web.users WHERE CAST(seen AS time) BETWEEN TIME '08:00' AND TIME '17:30:00';

-- construct: times of day
-- accepted: athena
SELECT date_diff('minute', CAST(seen AS time), TIME '12:00:00'), CAST(TIME '08:00' + INTERVAL '90' MINUTE AS varchar) FROM web.users;

-- construct: times of day with a zone
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (time(0) with time zone)
SELECT TIME '03:04:05 +02:00' FROM web.users;

-- construct: timestamps
-- accepted: athena spectrum spark
SELECT TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-01 12:30', TIMESTAMP '2026-03-01 12:30:59.123' FROM web.users;

-- construct: timestamps of more digits than columns have
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE seen < TIMESTAMP '2026-03-01 12:30:59.123456';

-- construct: timestamps of more digits than columns have
-- accepted: athena
SELECT name FROM web.users WHERE seen < TIMESTAMP '2026-03-01 12:30:59.123456789012';

-- construct: timestamps of more digits than columns have
-- refused: INVALID_QUERY A timestamp has at most 12 digits of a second
SELECT name FROM web.users WHERE seen < TIMESTAMP '2026-03-01 12:30:59.1234567890123';

-- construct: timestamps with a zone
-- accepted: athena
SELECT TIMESTAMP '2026-03-01 12:30:59 Europe/Zurich', TIMESTAMP '2026-03-01 12:30:59 +01:00' FROM web.users;

-- construct: intervals of days and shorter
-- accepted: athena spark
SELECT seen + INTERVAL '1' DAY, seen - INTERVAL '90' MINUTE, seen + INTERVAL '2' HOUR, seen - INTERVAL '30' SECOND FROM web.users;

-- construct: intervals of months and years
-- accepted: athena spark
SELECT born + INTERVAL '3' MONTH, born - INTERVAL '1' YEAR FROM web.users;

-- construct: intervals of several fields
-- accepted: athena spark
SELECT seen + INTERVAL '1-6' YEAR TO MONTH FROM web.users;

-- construct: intervals of several fields
-- accepted: athena spark
SELECT seen + INTERVAL '2 03:04:05.678' DAY TO SECOND, seen - INTERVAL '23:59' HOUR TO MINUTE FROM web.users;

-- construct: negative intervals
-- accepted: athena spark
SELECT seen + INTERVAL -'1' DAY, seen + INTERVAL '-2' DAY FROM web.users;

-- construct: intervals times numbers and divided by them
-- accepted: athena spectrum spark
SELECT born + 3 * INTERVAL '1' MONTH, seen - INTERVAL '1' DAY * visits FROM web.users;

-- construct: intervals times numbers and divided by them
-- accepted: athena spark
SELECT born + INTERVAL '1' YEAR / 2, seen - 1.5 * INTERVAL '1' DAY FROM web.users;

-- construct: what lies between dates and timestamps
-- accepted: athena spectrum spark
SELECT to_milliseconds(seen - born), to_milliseconds(born - DATE '2026-03-01') / 86400000 FROM web.users;

-- construct: what lies between dates and timestamps
-- accepted: athena spark
SELECT name FROM web.users WHERE seen - born > INTERVAL '1' DAY - INTERVAL '1' HOUR;

-- construct: parts of an interval
-- accepted: athena
SELECT day(seen - born), EXTRACT(HOUR FROM seen - born) FROM web.users;

-- construct: sums and averages of intervals
-- accepted: athena
SELECT to_milliseconds(avg(seen - born)), to_milliseconds(sum(seen - born)) FROM web.users;

-- construct: operators that intervals do not have
-- refused: TYPE_MISMATCH Operator / cannot take integer and interval day to second
SELECT seen + 2 / INTERVAL '1' DAY FROM web.users;

-- construct: operators that intervals do not have
-- refused: TYPE_MISMATCH Operator + cannot take interval day to second and interval year to month
SELECT seen + (INTERVAL '1' DAY + INTERVAL '1' MONTH) FROM web.users;

-- construct: operators that intervals do not have
-- refused: TYPE_MISMATCH Operator + cannot take interval day to second
SELECT seen + (+ INTERVAL '1' DAY) FROM web.users;

-- construct: intervals in the result
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (interval day to second)
SELECT INTERVAL '1' DAY FROM web.users;

-- construct: a type's name before a text
-- accepted: athena
SELECT BIGINT '12', INTEGER '12', DOUBLE '1.5', REAL '1.5', BOOLEAN 'true', VARCHAR 'abc' FROM web.users;

-- construct: char, JSON or another type's name before a text
-- accepted: athena
SELECT CHAR 'abc' FROM web.users;

-- construct: char, JSON or another type's name before a text
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (json)
SELECT JSON '{"a": 1}' FROM web.users;

-- construct: char, JSON or another type's name before a text
-- refused: INVALID_QUERY Type uuid is not known
SELECT UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59' FROM web.users;

-- construct: arrays
-- accepted: athena spark
SELECT ARRAY[], ARRAY[1, 2], ARRAY ['x', 'y'], ARRAY[ARRAY[1], ARRAY[]] FROM web.users;

-- construct: maps
-- accepted: athena
SELECT MAP(ARRAY['a', 'b'], ARRAY[1, 2]) FROM web.users;

-- construct: rows
-- accepted: athena
SELECT ROW(1, 'a', true) FROM web.users;

-- construct: rows
-- accepted: athena
SELECT (1, 'a') FROM web.users;

-- # Names

-- construct: quoted names
-- accepted: athena spectrum spark
SELECT "name", "users"."visits" AS "Number of visits" FROM "web"."users";

-- construct: quoted names
-- accepted: athena spectrum spark
SELECT name AS "say ""hello""" FROM web.users;

-- construct: names with underscores and digits
-- accepted: athena spectrum spark
SELECT visits AS _1, visits AS v_2 FROM web.users;

-- construct: names of three parts
-- accepted: athena spectrum spark
SELECT name FROM awsdatacatalog.web.users;

-- construct: names of three parts
-- accepted: athena spectrum spark
SELECT web.users.name FROM web.users;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT value, year, month, day, hour, position, count, date, timestamp, tag, "offset" FROM web.words;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT w.user, w.year AS zone, w.month AS including, w.day AS properties, w.hour AS nfc FROM web.words AS w;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT all, some, any FROM (SELECT 1 AS all, 2 AS some, 3 AS any) AS t;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT first.name AS last, first.visits AS data FROM web.users AS first;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT interval.name AS row, interval.visits AS "limit" FROM web.users AS interval;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT filter, range, rows, groups, over, partition, window, offset, limit FROM (SELECT 1 AS filter, 2 AS range, 3 AS rows, 4 AS groups, 5 AS over, 6 AS partition, 7 AS window, 8 AS offset, 9 AS limit) AS t;

-- construct: words that are no reserved words as names
-- accepted: athena spectrum spark
SELECT array, map, json, schema, catalog, minute, second, next, prior, none, text, copy, sets, input, error FROM (SELECT 1 AS array, 2 AS map, 3 AS json, 4 AS schema, 5 AS catalog, 6 AS minute, 7 AS second, 8 AS next, 9 AS prior, 10 AS none, 11 AS text, 12 AS copy, 13 AS sets, 14 AS input, 15 AS error) AS t;

-- construct: names of a system table
-- refused: TABLE_NOT_FOUND Table web.users$partitions not found
SELECT * FROM "web"."users$partitions";

-- # Operators

-- construct: arithmetic
-- accepted: athena spectrum spark
SELECT visits + 1, visits - 1, visits * 2, visits / 2, visits % 2, 1 - 2 - 3 FROM web.users;

-- construct: signs
-- accepted: athena spectrum spark
SELECT -visits, +visits, - -visits, -+-visits, + + visits FROM web.users;

-- construct: joining texts
-- accepted: athena spectrum spark
SELECT name || '-' || country || '!' FROM web.users;

-- construct: comparisons
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE visits = 1 OR visits <> 2 OR visits != 3 OR visits < 4 OR visits <= 5 OR visits > 6 OR visits >= 7;

-- construct: AND, OR and NOT
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE NOT active AND visits > 1 OR NOT (visits > 2 OR active) AND total < 9;

-- construct: BETWEEN
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE visits BETWEEN 2 AND 3 AND total NOT BETWEEN visits - 1 AND visits + 1;

-- construct: IN a list
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE visits IN (1, 2, 3) AND country NOT IN ('ch', 'de');

-- construct: IN a query
-- accepted: athena spark
SELECT name FROM web.users WHERE name IN (SELECT kind FROM web.beacons) AND name NOT IN (VALUES 'x', 'y');

-- construct: LIKE
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE name LIKE 'a%' AND name NOT LIKE '_b%';

-- construct: LIKE with ESCAPE
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE name LIKE '100#%' ESCAPE '#';

-- construct: LIKE of an expression
-- accepted: athena spark
SELECT name FROM web.users WHERE name LIKE country || '%';

-- construct: IS NULL
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE seen IS NULL OR born IS NOT NULL;

-- construct: IS DISTINCT FROM
-- accepted: athena spark
SELECT name FROM web.users WHERE visits IS DISTINCT FROM total AND visits IS NOT DISTINCT FROM 3;

-- construct: EXISTS
-- accepted: athena spark
SELECT name FROM web.users AS u WHERE EXISTS (SELECT 1 FROM web.beacons AS b WHERE b.kind = u.name);

-- construct: NOT EXISTS
-- accepted: athena spark
SELECT name FROM web.users AS u WHERE NOT EXISTS (SELECT * FROM web.beacons AS b WHERE b.kind = u.name);

-- construct: EXISTS as a value
-- accepted: athena spectrum
SELECT EXISTS (SELECT 1), NOT EXISTS (SELECT 1) = EXISTS (SELECT 2) FROM web.users;

-- construct: = ANY and = SOME of a query
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE name = ANY (SELECT kind FROM web.beacons) OR name = SOME (SELECT kind FROM web.beacons);

-- construct: < ANY and others of a query
-- accepted: athena
SELECT name FROM web.users WHERE score < ANY (SELECT cpm FROM web.beacons);

-- construct: ALL of a query
-- accepted: athena
SELECT name FROM web.users WHERE score >= ALL (SELECT cpm FROM web.beacons);

-- construct: ALL of a query
-- accepted: athena spark
SELECT name FROM web.users WHERE visits <> ALL (VALUES ROW(1), ROW(2));

-- construct: a query as a value
-- accepted: athena spectrum spark
SELECT name, (SELECT max(cpm) FROM web.beacons) AS top FROM web.users WHERE score > (SELECT avg(cpm) FROM web.beacons);

-- construct: comparing rows
-- accepted: athena
SELECT name FROM web.users WHERE (visits, total) = (1, 2);

-- construct: comparing rows
-- accepted: athena
SELECT name FROM web.users WHERE (visits, country) IN ((1, 'ch'), (2, 'de'));

-- construct: comparing rows
-- accepted: athena
SELECT name FROM web.users WHERE (name, country) IN (SELECT kind, kind FROM web.beacons);

-- construct: AT TIME ZONE
-- accepted: athena
SELECT TIMESTAMP '2026-03-01 12:30:59 UTC' AT TIME ZONE 'Europe/Zurich' FROM web.users;

-- construct: AT TIME ZONE
-- accepted: athena
SELECT seen AT TIME ZONE 'Asia/Tokyo' FROM web.users;

-- construct: AT TIME ZONE of an interval
-- refused: TYPE_MISMATCH Function at_timezone cannot take timestamp(3) with time zone and interval day to second
SELECT current_timestamp AT TIME ZONE INTERVAL '-08:00' HOUR TO MINUTE FROM web.users;

-- construct: an array's element by its number
-- accepted: athena spark
SELECT nums[1], items[2].sku FROM web.clicks;

-- construct: an array's element by its number
-- accepted: athena spark
SELECT ARRAY['a', 'b'][visits] FROM web.users;

-- construct: an array's element by its number
-- accepted: athena spark
SELECT cells[1][2] FROM web.grids;

-- construct: a map's value by its key
-- accepted: athena spark
SELECT tags['campaign'] FROM web.clicks;

-- construct: a row's field by its number
-- accepted: athena spectrum spark
SELECT ROW(1, 'a', true)[1] FROM web.users;

-- construct: a field of a struct
-- accepted: athena spectrum spark
SELECT device.os, device.geo.city, c.device.geo.lat FROM web.clicks AS c;

-- construct: a field of a cast row
-- accepted: athena
SELECT CAST(ROW(11, 12) AS ROW(x INTEGER, y INTEGER)).y FROM web.users;

-- construct: CASE of a value
-- accepted: athena spectrum spark
SELECT CASE country WHEN 'ch' THEN 1 WHEN 'de' THEN 2 ELSE 3 END FROM web.users;

-- construct: CASE of a value
-- accepted: athena spectrum spark
SELECT CASE seen IS NULL WHEN true THEN 'never' ELSE 'once' END FROM web.users;

-- construct: CASE of conditions
-- accepted: athena spectrum spark
SELECT CASE WHEN visits > 3 THEN 'many' WHEN visits = total THEN 'all' END FROM web.users;

-- construct: CASE of conditions
-- accepted: athena spark
SELECT CASE WHEN TRUE THEN ARRAY[1, 2] END[1] FROM web.users;

-- construct: parentheses
-- accepted: athena spectrum spark
SELECT ((((visits))) + (1)) * 2 FROM (((web.users)));

-- # Casts and functions with words of their own

-- construct: CAST
-- accepted: athena spectrum spark
SELECT CAST(visits AS bigint), CAST(total AS varchar), CAST(name AS varchar(10)), CAST(visits AS double), CAST(visits AS decimal(12, 2)), CAST(visits AS smallint), CAST(born AS timestamp) FROM web.users;

-- construct: CAST
-- accepted: athena spark
SELECT CAST(score AS real), CAST('true' AS boolean), CAST('2026-03-01' AS date), CAST(visits AS tinyint) FROM web.users;

-- construct: CAST to char(n)
-- accepted: athena
SELECT CAST(name AS char(3)) FROM web.users;

-- construct: CAST to char(n)
-- accepted: athena
SELECT name FROM web.users WHERE CAST(name AS char(3)) = 'ab';

-- construct: CAST to char(n)
-- refused: TYPE_MISMATCH Cannot cast integer to char(3)
SELECT CAST(visits AS char(3)) FROM web.users;

-- construct: CAST to decimal without digits
-- accepted: athena spectrum spark
SELECT CAST(visits AS decimal) FROM web.users;

-- construct: CAST to timestamp(p)
-- accepted: athena spectrum spark
SELECT CAST(seen AS timestamp(6)) FROM web.users;

-- construct: CAST to timestamp(p)
-- accepted: athena spark
SELECT CAST(seen AS timestamp(0)) FROM web.users;

-- construct: CAST to timestamp(p)
-- accepted: athena
SELECT CAST(seen AS timestamp(9)) FROM web.users;

-- construct: CAST to timestamp(p)
-- refused: INVALID_QUERY A timestamp has at most 12 digits of a second
SELECT CAST(seen AS timestamp(13)) FROM web.users;

-- construct: CAST to timestamp with time zone
-- accepted: athena spark
SELECT CAST(seen AS timestamp with time zone) FROM web.users;

-- construct: CAST to time
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (time(3))
SELECT CAST(seen AS time) FROM web.users;

-- construct: CAST to an interval
-- refused: INVALID_QUERY A type is expected
SELECT CAST(NULL AS interval day to second), CAST(NULL AS interval year to month) FROM web.users;

-- construct: CAST to JSON
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (json)
SELECT CAST(nums AS json) FROM web.clicks;

-- construct: CAST to an array, a map, a row
-- accepted: athena
SELECT CAST(nums AS array(bigint)), CAST(tags AS map(varchar, varchar)), CAST(ROW(1, 'a') AS row(x bigint, y varchar)) FROM web.clicks;

-- construct: CAST to an array<t>
-- accepted: athena
SELECT CAST(nums AS array<bigint>) FROM web.clicks;

-- construct: CAST to a row without names
-- accepted: athena
SELECT CAST(ROW(1, 'a') AS row(bigint, varchar)) FROM web.clicks;

-- construct: CAST to a type by its other name
-- accepted: athena spectrum spark
SELECT CAST(visits AS int), CAST(visits AS numeric(10, 2)), CAST(score AS double precision), CAST(visits AS dec(5, 1)) FROM web.users;

-- construct: TRY_CAST
-- accepted: athena spark
SELECT TRY_CAST(name AS bigint), TRY_CAST(name AS date) FROM web.users;

-- construct: EXTRACT
-- accepted: athena spectrum spark
SELECT EXTRACT(YEAR FROM born), EXTRACT(MONTH FROM born), EXTRACT(DAY FROM born), EXTRACT(HOUR FROM seen), EXTRACT(MINUTE FROM seen), EXTRACT(SECOND FROM seen) FROM web.users;

-- construct: EXTRACT
-- accepted: athena spectrum spark
SELECT EXTRACT(QUARTER FROM born), EXTRACT(WEEK FROM born), EXTRACT(DOW FROM born), EXTRACT(DOY FROM born), EXTRACT(YOW FROM born) FROM web.users;

-- construct: EXTRACT
-- accepted: athena spectrum spark
SELECT EXTRACT(DAY_OF_WEEK FROM born), EXTRACT(DAY_OF_MONTH FROM born), EXTRACT(DAY_OF_YEAR FROM born), EXTRACT(YEAR_OF_WEEK FROM born) FROM web.users;

-- construct: EXTRACT of a zone
-- accepted: athena
SELECT EXTRACT(TIMEZONE_HOUR FROM current_timestamp), EXTRACT(TIMEZONE_MINUTE FROM current_timestamp) FROM web.users;

-- construct: position
-- accepted: athena spectrum spark
SELECT position('a' IN name) FROM web.users;

-- construct: substring
-- accepted: athena spectrum spark
SELECT substring(name FROM 2), substring(name FROM 2 FOR 3), substring(name, 2), substring(name, 2, 3) FROM web.users;

-- construct: trim
-- accepted: athena spectrum spark
SELECT trim(name), ltrim(name), rtrim(name) FROM web.users;

-- construct: trim
-- accepted: athena spectrum spark
SELECT trim(BOTH FROM name), trim(LEADING FROM name), trim(TRAILING FROM name) FROM web.users;

-- construct: trim of given characters
-- accepted: athena spectrum spark
SELECT trim(BOTH 'x' FROM name) FROM web.users;

-- construct: trim of given characters
-- accepted: athena spectrum spark
SELECT trim(LEADING 'x' FROM name), trim(TRAILING 'x' FROM name) FROM web.users;

-- construct: trim of given characters
-- accepted: athena spectrum spark
SELECT trim('x' FROM name) FROM web.users;

-- construct: trim of given characters
-- accepted: athena spectrum spark
SELECT trim(name, 'x') FROM web.users;

-- construct: normalize
-- accepted: athena
SELECT normalize(name) FROM web.users;

-- construct: normalize with a form
-- accepted: athena
SELECT normalize(name, NFC), normalize(name, NFKD) FROM web.users;

-- construct: current date and time
-- accepted: athena spectrum spark
SELECT current_date, current_timestamp FROM web.users;

-- construct: localtimestamp
-- accepted: athena
SELECT localtimestamp FROM web.users;

-- construct: current date and time with digits
-- accepted: athena
SELECT current_timestamp(6), localtimestamp(0) FROM web.users;

-- construct: current time of day
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (time(3) with time zone)
SELECT current_time, localtime FROM web.users;

-- construct: current time of day
-- accepted: athena
SELECT name FROM web.users WHERE CAST(seen AS time) < localtime AND hour(current_time(0)) < 12;

-- construct: who and where one is
-- refused: FUNCTION_NOT_FOUND Function current_user is not supported
SELECT current_user FROM web.users;

-- construct: who and where one is
-- refused: FUNCTION_NOT_FOUND Function current_catalog is not supported
SELECT current_catalog, current_schema FROM web.users;

-- construct: who and where one is
-- refused: FUNCTION_NOT_FOUND Function current_path is not supported
SELECT current_path FROM web.users;

-- construct: coalesce, nullif, if
-- accepted: athena spectrum spark
SELECT coalesce(name, country, 'x'), nullif(visits, 0), if(active, 1, 0), if(active, 1) FROM web.users;

-- construct: try
-- accepted: athena
SELECT try(visits / total) FROM web.users;

-- construct: format
-- accepted: athena
SELECT format('%s has %d', name, visits) FROM web.users;

-- construct: functions by qualified names
-- accepted: athena spectrum spark
SELECT system.builtin.lower(name) FROM web.users;

-- construct: functions by quoted names
-- accepted: athena spectrum spark
SELECT "lower"(name), "sum"(visits) OVER () FROM web.users;

-- construct: lambdas
-- accepted: athena spark
SELECT transform(nums, x -> x + 1), filter(nums, x -> x > 1 AND x < 9) FROM web.clicks;

-- construct: lambdas of several arguments
-- accepted: athena spark
SELECT reduce(nums, 0, (s, x) -> s + x, s -> s), zip_with(nums, nums, (x, y) -> x * y) FROM web.clicks;

-- construct: lambdas over maps
-- accepted: athena spark
SELECT map_filter(tags, (k, v) -> k <> 'x'), transform_values(tags, (k, v) -> upper(v)) FROM web.clicks;

-- construct: lambdas that see the query's columns
-- accepted: athena spark
SELECT any_match(nums, x -> x > dwell) FROM web.clicks;

-- construct: functions of arrays and maps
-- accepted: athena spark
SELECT cardinality(nums), element_at(nums, -1), contains(names, 'x'), map_keys(tags) FROM web.clicks;

-- construct: sequences of numbers and dates
-- accepted: athena
SELECT n FROM UNNEST(sequence(1, 5)) AS t (n);

-- construct: sequences of numbers and dates
-- accepted: athena
SELECT d FROM UNNEST(sequence(DATE '2026-03-01', DATE '2026-03-31', INTERVAL '1' DAY)) AS t (d);

-- # Aggregates

-- construct: aggregates
-- accepted: athena spectrum spark
SELECT count(*), count(name), sum(visits), avg(visits), min(born), max(seen), count(DISTINCT country) FROM web.users;

-- construct: aggregates with ALL
-- accepted: athena spectrum spark
SELECT count(ALL name), sum(ALL visits) FROM web.users;

-- construct: count without an argument
-- accepted: athena spectrum spark
SELECT count() FROM web.users;

-- construct: FILTER
-- accepted: athena spectrum spark
SELECT count(*) FILTER (WHERE active), sum(visits) FILTER (WHERE visits > 4) FROM web.users;

-- construct: an order within an aggregate
-- accepted: athena
SELECT array_agg(name ORDER BY visits DESC) FROM web.users;

-- construct: an order within an aggregate
-- accepted: athena
SELECT country, array_agg(DISTINCT name ORDER BY name) FROM web.users GROUP BY country;

-- construct: listagg
-- accepted: athena spark
SELECT listagg(name, ', ') WITHIN GROUP (ORDER BY visits) FROM web.users;

-- construct: listagg
-- accepted: athena spark
SELECT listagg(name) WITHIN GROUP (ORDER BY name) FROM web.users;

-- construct: listagg
-- accepted: athena spark
SELECT listagg(DISTINCT name, ',') WITHIN GROUP (ORDER BY name) FROM web.users;

-- construct: listagg with overflow
-- accepted: athena
SELECT listagg(name, ',' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY name) FROM web.users;

-- construct: listagg with overflow
-- accepted: athena spark
SELECT listagg(name, ',' ON OVERFLOW ERROR) WITHIN GROUP (ORDER BY name) FROM web.users;

-- construct: listagg with a filter
-- accepted: athena spark
SELECT listagg(name, ',') WITHIN GROUP (ORDER BY name) FILTER (WHERE active) FROM web.users;

-- construct: approximate aggregates
-- accepted: athena spectrum spark
SELECT approx_distinct(name) FROM web.users;

-- construct: approximate aggregates
-- accepted: athena
SELECT approx_percentile(visits, 0.5) FROM web.users;

-- construct: the value that belongs to the largest
-- accepted: athena
SELECT max_by(name, visits), min_by(name, visits) FROM web.users;

-- construct: aggregates that make arrays and maps
-- accepted: athena
SELECT array_agg(name), map_agg(name, visits) FROM web.users;

-- # SELECT

-- construct: star
-- accepted: athena spectrum spark
SELECT * FROM web.beacons;

-- construct: star of one table
-- accepted: athena spectrum spark
SELECT u.*, b.kind FROM web.users AS u JOIN web.beacons AS b ON b.kind = u.name;

-- construct: star of a row
-- accepted: athena spectrum spark
SELECT ROW(1, 'a', true).* FROM web.users;

-- construct: star of a row
-- accepted: athena spectrum spark
SELECT ROW(1, 'a').* AS (n, t) FROM web.users;

-- construct: star of a row
-- accepted: athena spark
SELECT device.* FROM web.clicks;

-- construct: DISTINCT
-- accepted: athena spectrum spark
SELECT DISTINCT country, active FROM web.users;

-- construct: SELECT ALL
-- accepted: athena spectrum spark
SELECT ALL country FROM web.users;

-- construct: aliases
-- accepted: athena spectrum spark
SELECT name AS person, country nation, visits "v" FROM web.users u;

-- construct: SELECT without FROM
-- accepted: athena spectrum spark
SELECT 1, 'a';

-- construct: two columns of one name
-- accepted: athena spectrum spark
SELECT name, name FROM web.users;

-- construct: GROUP BY
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY country, active;

-- construct: GROUP BY an expression
-- accepted: athena spectrum spark
SELECT year(born), count(*) FROM web.users GROUP BY year(born);

-- construct: GROUP BY a position
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY 1, 2;

-- construct: GROUP BY columns in parentheses
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY (country, active);

-- construct: GROUP BY ()
-- accepted: athena spectrum spark
SELECT count(*) FROM web.users GROUP BY ();

-- construct: GROUPING SETS
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY GROUPING SETS ((country, active), (country), ());

-- construct: grouping
-- accepted: athena
SELECT country, active, grouping(country, active) FROM web.users GROUP BY GROUPING SETS ((country, active), (country), ());

-- construct: GROUPING SETS
-- accepted: athena spectrum spark
SELECT country, count(*) FROM web.users GROUP BY GROUPING SETS (country, ());

-- construct: ROLLUP
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY ROLLUP (country, active);

-- construct: CUBE
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY CUBE (country, active);

-- construct: several grouping sets
-- accepted: athena spectrum spark
SELECT country, active, code, count(*) FROM web.users GROUP BY GROUPING SETS ((country), ()), CUBE (active), ROLLUP (code);

-- construct: GROUP BY ALL and DISTINCT
-- accepted: athena spectrum spark
SELECT country, active, count(*) FROM web.users GROUP BY DISTINCT ROLLUP (country, active), ROLLUP (active);

-- construct: GROUP BY ALL and DISTINCT
-- accepted: athena spectrum spark
SELECT country, count(*) FROM web.users GROUP BY ALL GROUPING SETS ((country), ());

-- construct: GROUP BY AUTO
-- refused: COLUMN_NOT_FOUND Column auto not found
SELECT country, count(*) FROM web.users GROUP BY AUTO;

-- construct: HAVING
-- accepted: athena spectrum spark
SELECT country FROM web.users GROUP BY country HAVING count(*) > 1 AND max(visits) < 9;

-- construct: HAVING without GROUP BY
-- accepted: athena spectrum spark
SELECT count(*) FROM web.users HAVING count(*) > 1;

-- construct: ORDER BY
-- accepted: athena spectrum spark
SELECT name, visits AS v FROM web.users ORDER BY country, 1, v DESC, visits + total ASC;

-- construct: NULLS FIRST and LAST
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY visits NULLS FIRST, total DESC NULLS LAST;

-- construct: LIMIT
-- accepted: athena spectrum spark
SELECT name FROM web.users LIMIT 2;

-- construct: LIMIT ALL
-- accepted: athena spectrum spark
SELECT name FROM web.users LIMIT ALL;

-- construct: OFFSET
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name OFFSET 2;

-- construct: OFFSET
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name OFFSET 2 ROWS;

-- construct: OFFSET
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name OFFSET 1 ROW LIMIT 5;

-- construct: FETCH FIRST
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name FETCH FIRST 2 ROWS ONLY;

-- construct: FETCH FIRST
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY;

-- construct: FETCH FIRST without a number
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name FETCH FIRST ROW ONLY;

-- construct: FETCH FIRST WITH TIES
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY visits FETCH FIRST 3 ROWS WITH TIES;

-- construct: FETCH FIRST WITH TIES
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY visits FETCH NEXT ROW WITH TIES;

-- construct: parameters
-- accepted: athena spectrum spark
SELECT name FROM web.users WHERE visits > ? AND country IN (?, ?);

-- construct: parameters of LIMIT and OFFSET
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name OFFSET ? LIMIT ?;

-- # FROM

-- construct: a table
-- accepted: athena spectrum spark
SELECT count(*) FROM web.users;

-- construct: an alias with columns
-- accepted: athena spectrum spark
SELECT a, b FROM web.beacons AS t (a, b, c);

-- construct: JOIN ON
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u JOIN web.beacons AS b ON b.kind = u.name AND b.cpm > u.score;

-- construct: INNER, LEFT and RIGHT JOIN
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u INNER JOIN web.beacons AS b ON b.kind = u.name LEFT JOIN web.beacons AS c ON c.kind = u.country RIGHT OUTER JOIN web.beacons AS d ON d.kind = u.name;

-- construct: FULL JOIN
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u FULL OUTER JOIN web.beacons AS b ON b.kind = u.name;

-- construct: CROSS JOIN
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u CROSS JOIN web.beacons AS b LEFT JOIN web.beacons AS c ON true;

-- construct: tables with commas
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u, web.beacons AS b WHERE b.kind = u.name;

-- construct: NATURAL JOIN
-- accepted: athena spectrum spark
SELECT name FROM web.users NATURAL JOIN web.sessions_by_name;

-- construct: JOIN USING
-- accepted: athena spectrum spark
SELECT user_id, u.name, s.pages FROM web.users AS u JOIN web.sessions_by_name AS s USING (user_id);

-- construct: joins in parentheses
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u JOIN (web.beacons AS b JOIN web.sessions_by_name AS s ON s.user_id = b.kind) ON u.user_id = s.user_id;

-- construct: joins whose conditions come later
-- accepted: athena spectrum spark
SELECT u.name FROM web.users AS u JOIN web.beacons AS b JOIN web.sessions_by_name AS s ON s.user_id = b.kind ON u.user_id = s.user_id;

-- construct: a query in FROM
-- accepted: athena spectrum spark
SELECT t.n FROM (SELECT country, count(*) AS n FROM web.users GROUP BY country) AS t WHERE t.n > 1;

-- construct: a query in FROM without a name
-- accepted: athena spectrum spark
SELECT n FROM (SELECT count(*) AS n FROM web.users);

-- construct: a query in FROM with names for its columns
-- accepted: athena spectrum spark
SELECT c, n FROM (SELECT country, count(*) FROM web.users GROUP BY country) AS t (c, n);

-- construct: VALUES in FROM
-- accepted: athena spark
SELECT a, b FROM (VALUES ('a', 1), ('b', 2)) AS t (a, b);

-- construct: VALUES in FROM
-- accepted: athena spark
SELECT * FROM (VALUES ROW('a', 1, 2.2e0), ROW('b', 2, 3.3e0));

-- construct: UNNEST
-- accepted: athena spectrum spark
SELECT c.click_id, n FROM web.clicks AS c CROSS JOIN UNNEST(c.nums) AS t (n);

-- construct: UNNEST
-- accepted: athena spectrum spark
SELECT c.click_id, n FROM web.clicks AS c, UNNEST(nums) AS t (n);

-- construct: UNNEST of structs
-- accepted: athena spectrum spark
SELECT c.click_id, sku, t.price FROM web.clicks AS c CROSS JOIN UNNEST(c.items) AS t (sku, price, qty);

-- construct: UNNEST of a map
-- accepted: athena spectrum spark
SELECT c.click_id, k, v FROM web.clicks AS c CROSS JOIN UNNEST(c.tags) AS t (k, v);

-- construct: UNNEST of several arrays
-- accepted: athena spark
SELECT n, name FROM web.clicks AS c CROSS JOIN UNNEST(c.nums, c.names) AS t (n, name);

-- construct: UNNEST WITH ORDINALITY
-- accepted: athena spark
SELECT n, i FROM web.clicks AS c CROSS JOIN UNNEST(c.nums) WITH ORDINALITY AS t (n, i);

-- construct: LEFT JOIN UNNEST
-- accepted: athena spectrum spark
SELECT c.click_id, n FROM web.clicks AS c LEFT JOIN UNNEST(c.nums) AS t (n) ON true;

-- construct: FULL JOIN UNNEST
-- accepted: athena
SELECT c.click_id, n FROM web.clicks AS c FULL JOIN UNNEST(ARRAY[1, 2]) AS t (n) ON true;

-- construct: UNNEST without names
-- accepted: athena spark
SELECT * FROM web.grids CROSS JOIN UNNEST(cells);

-- construct: UNNEST alone
-- accepted: athena spark
SELECT x FROM UNNEST(ARRAY[1, 2, 3]) AS t (x);

-- construct: LATERAL
-- accepted: athena spark
SELECT u.name, t.n FROM web.users AS u CROSS JOIN LATERAL (SELECT u.visits + 1 AS n) AS t;

-- construct: LATERAL
-- accepted: athena spark
SELECT * FROM web.beacons AS b, LATERAL (VALUES 1) AS a (x);

-- construct: LATERAL
-- accepted: athena spark
SELECT b.kind, t.m FROM web.beacons AS b LEFT JOIN LATERAL (SELECT max(u.visits) AS m FROM web.users AS u WHERE u.name = b.kind) AS t ON true;

-- construct: TABLESAMPLE
-- accepted: athena
SELECT name FROM web.users TABLESAMPLE BERNOULLI (10);

-- construct: TABLESAMPLE
-- accepted: athena
SELECT u.name FROM web.users AS u TABLESAMPLE SYSTEM (50);

-- construct: TABLESAMPLE
-- accepted: athena
SELECT u.name FROM web.users AS u TABLESAMPLE BERNOULLI (10) JOIN web.beacons AS b TABLESAMPLE SYSTEM (10) ON b.kind = u.name;

-- construct: an older state of a table
-- refused: INVALID_QUERY An older state of a table is not supported
SELECT order_id FROM web.orders FOR TIMESTAMP AS OF TIMESTAMP '2026-03-01 00:00:00 UTC';

-- construct: an older state of a table
-- refused: INVALID_QUERY An older state of a table is not supported
SELECT order_id FROM web.orders FOR VERSION AS OF 123456789;

-- construct: table functions
-- refused: INVALID_QUERY A table function is not supported
SELECT * FROM TABLE(sequence(start => 1, stop => 10));

-- construct: table functions over tables
-- refused: INVALID_QUERY A table function is not supported
SELECT * FROM TABLE(exclude_columns(input => TABLE(web.users), columns => DESCRIPTOR(profile, seen)));

-- construct: table functions over tables
-- refused: INVALID_QUERY A table function is not supported
SELECT * FROM TABLE(ranked(people => TABLE(web.users) AS p PARTITION BY country PRUNE WHEN EMPTY ORDER BY visits, n => 3));

-- # Whole queries

-- construct: VALUES
-- accepted: athena spark
VALUES 1, 2, 3;

-- construct: VALUES
-- accepted: athena spark
VALUES ('a', 1, 2.2e0), ('b', 2, 3.3e0);

-- construct: TABLE
-- accepted: athena spectrum spark
TABLE web.beacons;

-- construct: a query in parentheses
-- accepted: athena spectrum spark
(SELECT name FROM web.users ORDER BY name LIMIT 3);

-- construct: UNION
-- accepted: athena spectrum spark
SELECT name FROM web.users UNION SELECT kind FROM web.beacons UNION DISTINCT SELECT country FROM web.users;

-- construct: UNION ALL
-- accepted: athena spectrum spark
SELECT name FROM web.users UNION ALL SELECT kind FROM web.beacons ORDER BY 1 LIMIT 5;

-- construct: INTERSECT
-- accepted: athena spectrum spark
SELECT name FROM web.users INTERSECT SELECT kind FROM web.beacons INTERSECT DISTINCT SELECT country FROM web.users;

-- construct: EXCEPT
-- accepted: athena spectrum spark
SELECT name FROM web.users EXCEPT SELECT kind FROM web.beacons;

-- construct: INTERSECT ALL and EXCEPT ALL
-- accepted: athena spark
SELECT name FROM web.users INTERSECT ALL SELECT kind FROM web.beacons;

-- construct: INTERSECT ALL and EXCEPT ALL
-- accepted: athena spark
SELECT name FROM web.users EXCEPT ALL SELECT kind FROM web.beacons;

-- construct: set operators of several kinds
-- accepted: athena spectrum spark
SELECT name FROM web.users UNION SELECT kind FROM web.beacons INTERSECT SELECT country FROM web.users;

-- construct: set operators over queries in parentheses
-- accepted: athena spectrum spark
(SELECT name FROM web.users ORDER BY visits LIMIT 3) UNION ALL (SELECT kind FROM web.beacons LIMIT 3) ORDER BY name;

-- construct: set operators over TABLE and VALUES
-- accepted: athena spark
TABLE web.beacons UNION ALL VALUES (1, 'x', 2.5e0);

-- construct: WITH
-- accepted: athena spectrum spark
WITH a AS (SELECT name FROM web.users), b AS (SELECT name FROM a WHERE name LIKE 'x%') SELECT * FROM b;

-- construct: WITH names for the columns
-- accepted: athena spectrum spark
WITH a (n, c) AS (SELECT name, country FROM web.users) TABLE a;

-- construct: WITH inside a query
-- accepted: athena spark
SELECT n FROM (WITH a AS (SELECT 1 AS n) SELECT n FROM a) AS t;

-- construct: WITH RECURSIVE
-- accepted: athena spectrum spark
WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5) SELECT x FROM n;

-- construct: WITH RECURSIVE
-- accepted: athena spectrum spark
WITH RECURSIVE a AS (SELECT name FROM web.users) TABLE a;

-- construct: WITH FUNCTION
-- refused: INVALID_QUERY WITH FUNCTION is not supported
WITH FUNCTION twice(x bigint) RETURNS bigint RETURN x * 2 SELECT twice(visits) FROM web.users;

-- construct: a semicolon and comments
-- accepted: athena spectrum spark
SELECT /* a comment */ name -- another
FROM web.users;

-- construct: WHERE without FROM
-- accepted: athena spectrum spark
SELECT 1 WHERE 1 = 1;

-- construct: VALUES in WITH
-- accepted: athena spark
WITH a AS (VALUES (1, 'a'), (2, 'b')) SELECT * FROM a;

-- # Windows

-- construct: OVER
-- accepted: athena spectrum spark
SELECT row_number() OVER (), rank() OVER (ORDER BY visits), count(*) OVER (PARTITION BY country) FROM web.users;

-- construct: rows before and after
-- accepted: athena spectrum spark
SELECT lag(visits) OVER (ORDER BY seen), lead(visits, 2) OVER (ORDER BY seen) FROM web.users;

-- construct: rows before and after with a default
-- accepted: athena spark
SELECT lag(visits, 1, 0) OVER (ORDER BY seen) FROM web.users;

-- construct: first, last and nth value
-- accepted: athena spectrum spark
SELECT first_value(name) OVER (ORDER BY seen ROWS UNBOUNDED PRECEDING), last_value(name) OVER (ORDER BY seen ROWS UNBOUNDED PRECEDING) FROM web.users;

-- construct: first, last and nth value
-- accepted: athena
SELECT nth_value(name, 2) OVER (ORDER BY seen ROWS UNBOUNDED PRECEDING) FROM web.users;

-- construct: shares and ranks
-- accepted: athena spark
SELECT dense_rank() OVER (ORDER BY visits), percent_rank() OVER (ORDER BY visits), cume_dist() OVER (ORDER BY visits), ntile(4) OVER (ORDER BY visits) FROM web.users;

-- construct: a frame of ROWS
-- accepted: athena spectrum spark
SELECT sum(visits) OVER (ORDER BY seen ROWS BETWEEN 2 PRECEDING AND CURRENT ROW), sum(visits) OVER (ORDER BY seen ROWS CURRENT ROW), sum(visits) OVER (ORDER BY seen ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) FROM web.users;

-- construct: a frame of ROWS
-- accepted: athena spectrum spark
SELECT sum(visits) OVER (PARTITION BY country ORDER BY seen ROWS 3 PRECEDING) FROM web.users;

-- construct: a frame of ROWS by an expression
-- accepted: athena
SELECT sum(visits) OVER (ORDER BY seen ROWS BETWEEN visits PRECEDING AND visits + 1 FOLLOWING) FROM web.users;

-- construct: a frame of RANGE
-- accepted: athena spark
SELECT sum(visits) OVER (ORDER BY seen RANGE UNBOUNDED PRECEDING), sum(visits) OVER (ORDER BY seen RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM web.users;

-- construct: a frame of RANGE by numbers
-- accepted: athena spark
SELECT sum(visits) OVER (ORDER BY visits RANGE BETWEEN 10 PRECEDING AND 10 FOLLOWING) FROM web.users;

-- construct: a frame of RANGE by an interval
-- accepted: athena spark
SELECT sum(visits) OVER (ORDER BY seen RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND CURRENT ROW) FROM web.users;

-- construct: a frame of GROUPS
-- accepted: athena
SELECT sum(visits) OVER (ORDER BY country GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM web.users;

-- construct: a frame of GROUPS
-- accepted: athena spark
SELECT sum(visits) OVER (ORDER BY country GROUPS UNBOUNDED PRECEDING) FROM web.users;

-- construct: named windows
-- accepted: athena spark
SELECT rank() OVER w, sum(visits) OVER w FROM web.users WINDOW w AS (PARTITION BY country ORDER BY visits);

-- construct: named windows that extend others
-- accepted: athena spark
SELECT rank() OVER o, sum(visits) OVER (p ORDER BY seen ROWS CURRENT ROW) FROM web.users WINDOW p AS (PARTITION BY country), o AS (p ORDER BY visits);

-- construct: IGNORE NULLS
-- accepted: athena spectrum spark
SELECT lag(seen) IGNORE NULLS OVER (ORDER BY visits), first_value(seen) IGNORE NULLS OVER (ORDER BY visits ROWS UNBOUNDED PRECEDING) FROM web.users;

-- construct: RESPECT NULLS
-- accepted: athena spectrum spark
SELECT lead(seen, 1) RESPECT NULLS OVER (ORDER BY visits) FROM web.users;

-- construct: FILTER over a window
-- accepted: athena spectrum spark
SELECT count(*) FILTER (WHERE active) OVER (PARTITION BY country) FROM web.users;

-- construct: windows over groups
-- accepted: athena spectrum spark
SELECT country, count(*), rank() OVER (ORDER BY count(*) DESC) FROM web.users GROUP BY country;

-- construct: windows in ORDER BY
-- accepted: athena spectrum
SELECT name FROM web.users ORDER BY row_number() OVER (PARTITION BY country ORDER BY visits);

-- construct: a pattern in a window
-- refused: INVALID_QUERY A pattern in a window is not supported
SELECT rank() OVER (PARTITION BY country ORDER BY seen MEASURES MATCH_NUMBER() AS m ROWS BETWEEN CURRENT ROW AND 5 FOLLOWING AFTER MATCH SKIP TO NEXT ROW SEEK PATTERN (A B) SUBSET U = (A, B) DEFINE B AS visits > 3) FROM web.users;

-- construct: a pattern in a window
-- refused: INVALID_QUERY A pattern in a window is not supported
SELECT last_v OVER (ORDER BY seen MEASURES LAST(A.visits) AS last_v ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING INITIAL PATTERN (A+) DEFINE A AS visits > 3) FROM web.users;

-- # Patterns over rows

-- construct: MATCH_RECOGNIZE
-- refused: INVALID_QUERY MATCH_RECOGNIZE is not supported
SELECT m.v FROM web.users MATCH_RECOGNIZE (PARTITION BY country ORDER BY seen MEASURES A.visits AS v ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B+) DEFINE B AS visits > 3) AS m;

-- construct: MATCH_RECOGNIZE
-- refused: INVALID_QUERY MATCH_RECOGNIZE is not supported
SELECT * FROM web.users MATCH_RECOGNIZE (ORDER BY seen MEASURES RUNNING LAST(B.visits, 1) AS l, FINAL FIRST(A.visits) AS f, CLASSIFIER() AS c, MATCH_NUMBER() AS n ALL ROWS PER MATCH SHOW EMPTY MATCHES AFTER MATCH SKIP TO LAST B PATTERN (^ (A | B)* C+? D?? () {- E -} F{2,3} PERMUTE(G, H) $) SUBSET U = (A, B) DEFINE A AS visits > 1, B AS visits > PREV(visits), C AS count(U.*) > 2);

-- construct: MATCH_RECOGNIZE
-- refused: INVALID_QUERY MATCH_RECOGNIZE is not supported
SELECT * FROM web.users MATCH_RECOGNIZE (ORDER BY seen ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN (A{3} B{2,} C{,4}) DEFINE A AS visits > 1, B AS visits > 2, C AS visits > 3);

-- # JSON

-- construct: JSON by paths of Trino's own
-- accepted: athena spectrum spark
SELECT json_extract_scalar(profile, '$.a.b') FROM web.users;

-- construct: JSON by paths of Trino's own
-- accepted: athena
SELECT json_size(profile, '$.a'), CAST(json_extract(profile, '$.b') AS varchar), json_format(json_parse(profile)) FROM web.users;

-- construct: JSON in the result
-- refused: NO_ENGINE Column _col0: Sluice cannot work with this type (json)
SELECT json_extract(profile, '$.a'), json_parse(profile) FROM web.users;

-- construct: JSON_EXISTS
-- accepted: athena
SELECT json_exists(profile, 'lax $.a[*]?(@.b > 1)') FROM web.users;

-- construct: JSON_EXISTS
-- accepted: athena
SELECT json_exists(to_utf8(profile) FORMAT JSON ENCODING UTF8, 'strict $.a' PASSING visits AS v TRUE ON ERROR) FROM web.users;

-- construct: JSON_VALUE
-- accepted: athena
SELECT json_value(profile, 'lax $.a') FROM web.users;

-- construct: JSON_VALUE
-- accepted: athena
SELECT json_value(profile, 'lax $.a' RETURNING bigint DEFAULT 0 ON EMPTY ERROR ON ERROR) FROM web.users;

-- construct: JSON_QUERY
-- accepted: athena
SELECT json_query(profile, 'lax $.a[*]' WITH ARRAY WRAPPER) FROM web.users;

-- construct: JSON_QUERY
-- accepted: athena
SELECT json_query(profile, 'lax $.a' RETURNING varchar FORMAT JSON OMIT QUOTES EMPTY ARRAY ON EMPTY NULL ON ERROR) FROM web.users;

-- construct: JSON_OBJECT
-- accepted: athena
SELECT json_object('id' VALUE user_id, KEY 'n' VALUE visits), json_object('id' : user_id ABSENT ON NULL WITH UNIQUE KEYS), json_object() FROM web.users;

-- construct: JSON_ARRAY
-- accepted: athena
SELECT json_array(user_id, visits, NULL NULL ON NULL), json_array() FROM web.users;

-- construct: JSON_TABLE
-- refused: INVALID_QUERY JSON_TABLE is not supported
SELECT t.* FROM web.users AS u, JSON_TABLE(u.profile, 'lax $.a[*]' COLUMNS (i FOR ORDINALITY, x varchar PATH 'lax $.x' DEFAULT '-' ON EMPTY, NESTED PATH 'lax $.y' AS y COLUMNS (z varchar FORMAT JSON PATH 'lax $.z' WITH WRAPPER))) AS t;

-- construct: JSON_TABLE
-- refused: INVALID_QUERY JSON_TABLE is not supported
SELECT t.* FROM web.users AS u, JSON_TABLE(u.profile, 'lax $' AS root COLUMNS (NESTED PATH 'lax $.a[*]' AS a COLUMNS (x varchar PATH 'lax $.x'), NESTED PATH 'lax $.b[*]' AS b COLUMNS (y bigint PATH 'lax $.y')) PLAN (root OUTER (a CROSS b)) EMPTY ON ERROR) AS t;

-- construct: JSON_TABLE
-- refused: INVALID_QUERY JSON_TABLE is not supported
SELECT t.x FROM web.users AS u, JSON_TABLE(u.profile, 'lax $' COLUMNS (x varchar) PLAN DEFAULT (OUTER, UNION)) AS t;
