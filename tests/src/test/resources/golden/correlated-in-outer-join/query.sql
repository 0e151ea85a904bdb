SELECT u.name FROM web.users u LEFT JOIN web.beacons b ON EXISTS (SELECT 1 FROM web.campaigns c WHERE c.name = u.name)
