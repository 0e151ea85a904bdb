SELECT device.os, count(*) AS n FROM web.clicks GROUP BY 1 ORDER BY n DESC
