SELECT kind, count(*) AS n FROM web.beacons GROUP BY kind
