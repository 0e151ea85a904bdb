SELECT JSON_VALUE("users"."name", 'lax $.a' RETURNING bigint DEFAULT 0 ON EMPTY ERROR ON ERROR) AS "_col0", JSON_QUERY("users"."name", 'strict $.b' WITH ARRAY WRAPPER) AS "_col1", JSON_OBJECT('n' VALUE "users"."name", KEY 'k' VALUE JSON_ARRAY("users"."visits", NULL NULL ON NULL) ABSENT ON NULL) AS "_col2"
FROM "web"."users" AS "users"
WHERE JSON_EXISTS("users"."name", 'lax $.a ? (@ > $v)' PASSING "users"."visits" AS "v" FALSE ON ERROR)
