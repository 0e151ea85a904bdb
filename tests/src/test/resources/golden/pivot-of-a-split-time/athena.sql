SELECT "p"."visit_id", "p"."datetime", "p"."home"
FROM (SELECT "t"."visit_id", "t"."datetime", COUNT(*) FILTER (WHERE "t"."page" = '/') AS "home"
    FROM (SELECT "old_visits"."visit_id", "old_visits"."page", CONCAT("old_visits"."year", '-', CASE WHEN LENGTH("old_visits"."month") = 1 THEN CONCAT('0', "old_visits"."month") ELSE "old_visits"."month" END, '-', CASE WHEN LENGTH("old_visits"."day") = 1 THEN CONCAT('0', "old_visits"."day") ELSE "old_visits"."day" END, '-', CASE WHEN LENGTH("old_visits"."hour") = 1 THEN CONCAT('0', "old_visits"."hour") ELSE "old_visits"."hour" END) AS "datetime"
        FROM "web"."old_visits" AS "old_visits"
        WHERE "old_visits"."year" >= '2019' AND ("old_visits"."year" > '2019' OR "old_visits"."month" >= '03' AND ("old_visits"."month" > '03' OR "old_visits"."day" >= '27' AND ("old_visits"."day" > '27' OR "old_visits"."hour" >= '16')))) AS "t"
    GROUP BY "t"."visit_id", "t"."datetime") AS "p"
WHERE "p"."datetime" >= '2019-03-27-16'
