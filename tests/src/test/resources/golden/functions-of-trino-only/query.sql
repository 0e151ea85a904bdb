SELECT array_join(array_agg(name), ',') AS a, max_by(name, seen) AS b, json_format(json_extract(min(name), '$.x')) AS c, approx_percentile(visits, 0.5) AS d FROM web.users
