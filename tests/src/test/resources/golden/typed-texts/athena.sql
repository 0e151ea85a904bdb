SELECT CAST('12' AS BIGINT) AS "_col0", CAST('1.5' AS DOUBLE) AS "_col1", CAST('true' AS BOOLEAN) AS "_col2", CAST('x' AS VARCHAR) AS "_col3", "t"."bigint"
FROM (SELECT 1 AS "bigint") AS "t"
