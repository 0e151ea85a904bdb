SELECT JSON_FORMAT(CAST(CAST("clicks"."device" AS ROW("os" varchar, "order" varchar, "geo" ROW("lat" double, "lon" real, "city" varchar))) AS JSON)) AS "a", JSON_FORMAT(CAST(CAST("clicks"."nums" AS ARRAY(bigint)) AS JSON)) AS "b", JSON_FORMAT(CAST(CAST("clicks"."tags" AS MAP(varchar, varchar)) AS JSON)) AS "c"
FROM "web"."clicks" AS "clicks"
