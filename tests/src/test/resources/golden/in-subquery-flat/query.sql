SELECT name FROM web.users WHERE user_id NOT IN (SELECT kind FROM web.beacons WHERE kind IS NOT NULL)
