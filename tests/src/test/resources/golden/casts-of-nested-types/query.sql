SELECT CAST(device AS row(os varchar, "order" varchar, geo row(lat double, lon real, city varchar))) AS a, CAST(nums AS array<bigint>) AS b, tags::map(varchar, varchar) AS c FROM web.clicks
