SELECT DISTINCT "c"."device"."geo"."lat" AS "geo.lat", "c"."device"."geo"."lon" AS "geo.lon", "c"."device"."geo"."city" AS "geo.city", "c"."click_id", "c"."device"."geo"."lat" AS "place.lat", "c"."device"."geo"."lon" AS "place.lon", "c"."device"."geo"."city" AS "place.city"
FROM "web"."clicks" AS "c"
WHERE ("c"."device"."geo"."city" = 'Riga' OR 55 < "c"."device"."geo"."lat") AND "c"."click_id" > 3
ORDER BY 4 DESC NULLS LAST
