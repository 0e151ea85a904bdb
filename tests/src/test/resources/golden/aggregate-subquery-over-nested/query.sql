SELECT x.os, x.n FROM (SELECT c.device.os AS os, count(*) AS n FROM web.clicks c GROUP BY c.device.os) x WHERE x.n > 1
