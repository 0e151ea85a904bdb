SELECT count(*) AS n FROM web.users u GROUP BY (SELECT max(b.cpm) FROM web.beacons b WHERE b.kind = u.name)
