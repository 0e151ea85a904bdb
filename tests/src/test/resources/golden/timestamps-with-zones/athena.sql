SELECT "users"."name"
FROM "web"."users" AS "users"
WHERE "users"."seen" >= TIMESTAMP '2019-03-27 12:30:00' AND "users"."seen" < TIMESTAMP '2019-03-28 01:02:03.5' AND AT_TIMEZONE("users"."seen", 'UTC') < WITH_TIMEZONE(TIMESTAMP '2026-03-01 12:30:00', '+01:00')
