SELECT * FROM (SELECT country, active, visits FROM web.users) PIVOT (sum(visits) AS total, count(*) AS n FOR country IN ('ch', 'DE' AS germany, NULL)) AS p WHERE p.ch_n > 0 ORDER BY active
