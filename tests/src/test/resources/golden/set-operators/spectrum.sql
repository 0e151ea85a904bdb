SELECT "t"."user_id"
FROM (SELECT "users"."user_id"
      FROM "web"."users" AS "users"
      UNION
      SELECT "sessions_by_name"."session_id"
      FROM "web"."sessions_by_name" AS "sessions_by_name"
      EXCEPT
      SELECT "users_2"."name"
      FROM "web"."users" AS "users_2") AS "t"
ORDER BY "user_id"
