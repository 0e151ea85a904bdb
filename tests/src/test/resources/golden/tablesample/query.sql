SELECT u.name, b.kind FROM web.users u TABLESAMPLE BERNOULLI (12.5) JOIN (SELECT kind FROM web.beacons) b TABLESAMPLE SYSTEM (50) ON b.kind = u.name
