WITH os AS (SELECT c.device.os AS os FROM web.clicks c) SELECT os.os, count(*) AS n FROM os GROUP BY os.os ORDER BY n DESC LIMIT 3
