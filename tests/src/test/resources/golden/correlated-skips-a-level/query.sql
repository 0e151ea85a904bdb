SELECT u.name FROM web.users u WHERE EXISTS (SELECT 1 FROM web.beacons b WHERE b.kind = u.country AND EXISTS (SELECT 1 FROM web.campaigns c WHERE c.name = u.name))
