-- What is not Trino's: what Sluice takes besides, statements about the catalog, and what other databases have and Sluice refuses,
-- so that its errors are held. How an entry is written stands in trino.sql.

-- # Beyond Trino

-- construct: names in backquotes
-- accepted: athena spectrum spark
SELECT `name` FROM `web`.`users`;

-- construct: QUALIFY
-- accepted: athena spectrum spark
SELECT name FROM web.users QUALIFY row_number() OVER (PARTITION BY country ORDER BY visits) = 1;

-- construct: a cast by two colons
-- accepted: athena spectrum spark
SELECT visits::varchar, '2026-03-01'::date FROM web.users;

-- construct: PIVOT
-- accepted: athena spectrum spark
SELECT * FROM (SELECT country, visits FROM web.users) PIVOT (sum(visits) FOR country IN ('ch', 'de'));

-- construct: BETWEEN within other conditions
-- accepted: athena spectrum spark
SELECT name BETWEEN 'a' AND 'b' IS NULL, visits = 1 = active FROM web.users;

-- construct: nested columns as tables
-- accepted: athena spectrum spark
SELECT i.sku FROM web.clicks AS c, c.items AS i;

-- construct: types as Hive spells them
-- accepted: athena
SELECT CAST(nums AS array<bigint>), CAST(tags AS map<varchar, varchar>) FROM web.clicks;

-- construct: LIMIT before OFFSET
-- accepted: athena spectrum spark
SELECT name FROM web.users ORDER BY name LIMIT 5 OFFSET 2;

-- # Statements about the catalog

-- construct: SHOW SCHEMAS
-- accepted: catalog
SHOW SCHEMAS LIKE 'w%';

-- construct: SHOW TABLES
-- accepted: catalog
SHOW TABLES FROM web LIKE 'u%';

-- construct: SHOW COLUMNS
-- accepted: catalog
SHOW COLUMNS FROM web.users;

-- construct: SHOW PARTITIONS
-- accepted: catalog
SHOW PARTITIONS web.clicks;

-- construct: DESCRIBE
-- accepted: catalog
DESCRIBE web.users;

-- construct: EXPLAIN
-- accepted: catalog
EXPLAIN SELECT name FROM web.users;

-- construct: other SHOW statements
-- refused: SYNTAX_ERROR found 'CREATE'; expected SCHEMAS, TABLES, COLUMNS or PARTITIONS after SHOW
SHOW CREATE TABLE web.users;

-- construct: other SHOW statements
-- refused: SYNTAX_ERROR found 'FUNCTIONS'; expected SCHEMAS, TABLES, COLUMNS or PARTITIONS after SHOW
SHOW FUNCTIONS;

-- construct: EXPLAIN with options
-- refused: NOT_A_QUERY Sluice only reads: ANALYZE is not a query
EXPLAIN ANALYZE SELECT name FROM web.users;

-- # Statements that are no queries

-- construct: INSERT, UPDATE, DELETE and MERGE
-- refused: NOT_A_QUERY Sluice only reads: INSERT is not a query
INSERT INTO web.users SELECT * FROM web.users;

-- construct: INSERT, UPDATE, DELETE and MERGE
-- refused: NOT_A_QUERY Sluice only reads: DELETE is not a query
DELETE FROM web.users WHERE visits = 0;

-- construct: CREATE, ALTER and DROP
-- refused: NOT_A_QUERY Sluice only reads: CREATE is not a query
CREATE TABLE web.copied AS SELECT * FROM web.users;

-- construct: CREATE, ALTER and DROP
-- refused: NOT_A_QUERY Sluice only reads: DROP is not a query
DROP TABLE web.users;

-- construct: SELECT INTO
-- refused: NOT_A_QUERY Sluice only reads: SELECT INTO is not a query
SELECT name INTO copied FROM web.users;

-- construct: PREPARE and EXECUTE
-- refused: NOT_A_QUERY Sluice only reads: PREPARE is not a query
PREPARE q FROM SELECT name FROM web.users;

-- construct: SET and USE
-- refused: NOT_A_QUERY Sluice only reads: USE is not a query
USE web;

-- # Of other databases

-- construct: names that begin with a digit
-- refused: SYNTAX_ERROR found '2'; quote a name that begins with a digit
SELECT visits AS 2nd FROM web.users;

-- construct: LIMIT with two numbers
-- refused: SYNTAX_ERROR LIMIT takes one number; the rows to skip are written OFFSET n
SELECT name FROM web.users LIMIT 5, 10;

-- construct: TOP
-- refused: SYNTAX_ERROR found '5'
SELECT TOP 5 name FROM web.users;

-- construct: DISTINCT ON
-- refused: SYNTAX_ERROR found 'ON'; expected an expression
SELECT DISTINCT ON (country) name FROM web.users;

-- construct: star with exceptions
-- refused: SYNTAX_ERROR expected a query here
SELECT * EXCEPT (name) FROM web.users;

-- construct: star with exceptions
-- refused: SYNTAX_ERROR found '('
SELECT * EXCLUDE (name) FROM web.users;

-- construct: ILIKE
-- refused: SYNTAX_ERROR found 'ILIKE'
SELECT name FROM web.users WHERE name ILIKE 'a%';

-- construct: SIMILAR TO
-- refused: SYNTAX_ERROR found 'SIMILAR'
SELECT name FROM web.users WHERE name SIMILAR TO '(a|b)%';

-- construct: regular expressions as operators
-- refused: SYNTAX_ERROR found the character '~'
SELECT name FROM web.users WHERE name ~ 'a.*';

-- construct: IS TRUE
-- refused: NO_ENGINE Not known to work: not established: syntax that Sluice has no detector for; would be settled by a detector and a row for it (IS TRUE)
SELECT name FROM web.users WHERE active IS TRUE;

-- construct: IS TRUE
-- refused: NO_ENGINE Not known to work: not established: syntax that Sluice has no detector for; would be settled by a detector and a row for it (IS NOT FALSE)
SELECT name FROM web.users WHERE active IS NOT FALSE;

-- construct: <=> for equality of NULLs
-- refused: SYNTAX_ERROR found '>'; expected an expression
SELECT name FROM web.users WHERE name <=> country;

-- construct: == for equality
-- refused: SYNTAX_ERROR found '='; expected an expression
SELECT name FROM web.users WHERE name == 'a';

-- construct: DIV and bit operators
-- refused: SYNTAX_ERROR found '2'
SELECT visits DIV 2 FROM web.users;

-- construct: DIV and bit operators
-- refused: SYNTAX_ERROR found '&'; this SQL writes bit operations as functions, such as bitwise_and(a, b)
SELECT visits & 1 FROM web.users;

-- construct: MINUS
-- refused: SYNTAX_ERROR found 'SELECT'
SELECT name FROM web.users MINUS SELECT kind FROM web.beacons;

-- construct: JOIN without a condition
-- refused: INVALID_QUERY JOIN needs ON or USING, or CROSS before it,
SELECT u.name FROM web.users AS u JOIN web.beacons AS b;

-- construct: LEFT SEMI JOIN
-- refused: SYNTAX_ERROR found 'SEMI'; expected JOIN
SELECT u.name FROM web.users AS u LEFT SEMI JOIN web.beacons AS b ON b.kind = u.name;

-- construct: LATERAL VIEW
-- refused: SYNTAX_ERROR found 'LATERAL'
SELECT t.n FROM web.clicks AS c LATERAL VIEW explode(c.nums) t AS n;

-- construct: UNPIVOT
-- refused: INVALID_QUERY UNPIVOT is not supported
SELECT * FROM web.users UNPIVOT (v FOR k IN (visits, total));

-- construct: FOR UPDATE
-- refused: SYNTAX_ERROR found 'UPDATE'; expected SYSTEM_TIME
SELECT name FROM web.users FOR UPDATE;

-- construct: texts with a prefix
-- refused: SYNTAX_ERROR found 'E'a\n''; a text literal has no prefix other than U& and X
SELECT E'a\n', N'b' FROM web.users;

-- construct: texts between dollars
-- refused: COLUMN_NOT_FOUND Column $$a$$ not found
SELECT $$a$$ FROM web.users;

-- construct: two texts side by side
-- refused: SYNTAX_ERROR found the text 'b'; join texts with ||
SELECT 'a' 'b';

-- construct: names between brackets
-- refused: SYNTAX_ERROR found '['; expected an expression
SELECT [name] FROM web.users;

-- construct: parameters with names or numbers
-- refused: SYNTAX_ERROR found ':'; expected an expression
SELECT name FROM web.users WHERE country = :country;

-- construct: parameters with names or numbers
-- refused: COLUMN_NOT_FOUND Column $1 not found
SELECT name FROM web.users WHERE country = $1;

-- construct: escapes of ODBC
-- refused: SYNTAX_ERROR found '{fn'; braces are not part of this SQL
SELECT {fn now()} FROM web.users;

-- construct: overlay
-- refused: SYNTAX_ERROR found 'PLACING'
SELECT overlay(name PLACING 'x' FROM 2 FOR 1) FROM web.users;

-- construct: COLLATE
-- refused: SYNTAX_ERROR found 'COLLATE'
SELECT name FROM web.users ORDER BY name COLLATE "de";

-- construct: UNION CORRESPONDING
-- refused: SYNTAX_ERROR expected a query here
SELECT name, country FROM web.users UNION CORRESPONDING SELECT kind AS name FROM web.beacons;

-- construct: FROM before SELECT
-- refused: SYNTAX_ERROR found 'FROM'; a query begins with SELECT, WITH or VALUES
FROM web.users SELECT name;

-- construct: several statements
-- refused: MULTIPLE_STATEMENTS Sluice takes one query at a time: a second statement begins
SELECT 1; SELECT 2;

-- construct: functions of other databases
-- refused: FUNCTION_NOT_FOUND Function nvl is not known
SELECT nvl(name, 'x') FROM web.users;

-- construct: functions of other databases
-- refused: FUNCTION_NOT_FOUND Function getdate is not known
SELECT getdate() FROM web.users;

-- construct: units that are no text
-- refused: COLUMN_NOT_FOUND Column month not found
SELECT date_trunc(month, seen) FROM web.users;

-- construct: text compared with a number
-- refused: TYPE_MISMATCH Cannot compare integer with varchar(1)
SELECT name FROM web.users WHERE visits = '1';

-- construct: text compared with a date
-- refused: TYPE_MISMATCH Cannot compare date with varchar(10)
SELECT name FROM web.users WHERE born > '2026-01-01';

-- construct: aliases in WHERE and HAVING
-- refused: COLUMN_NOT_FOUND Column n not found
SELECT name AS n FROM web.users WHERE n = 'x';

-- construct: aliases in WHERE and HAVING
-- refused: COLUMN_NOT_FOUND Column n not found
SELECT country, count(*) AS n FROM web.users GROUP BY country HAVING n > 1;

-- construct: aliases in GROUP BY
-- refused: COLUMN_NOT_FOUND Column c not found
SELECT country AS c, count(*) FROM web.users GROUP BY c;

-- construct: text cast to bytes
-- refused: TYPE_MISMATCH Cannot cast varchar to varbinary
SELECT CAST(name AS varbinary) FROM web.users;

-- construct: whole numbers beyond bigint
-- refused: INVALID_QUERY Number 9223372036854775808 is no bigint
SELECT 9223372036854775808 FROM web.users;

-- construct: DISTINCT in a window
-- refused: NO_ENGINE Trino: DISTINCT in window function parameters not yet supported
SELECT count(DISTINCT country) OVER (PARTITION BY active) FROM web.users;
