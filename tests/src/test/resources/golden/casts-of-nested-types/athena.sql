SELECT CAST("clicks"."device" AS ROW("os" varchar, "order" varchar, "geo" ROW("lat" double, "lon" real, "city" varchar))) AS "a", CAST("clicks"."nums" AS ARRAY(bigint)) AS "b", CAST("clicks"."tags" AS MAP(varchar, varchar)) AS "c"
FROM "web"."clicks" AS "clicks"
