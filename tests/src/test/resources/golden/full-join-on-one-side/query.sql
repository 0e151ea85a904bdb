SELECT u.name, b.kind FROM web.users u FULL JOIN web.beacons b ON b.kind = 'click'
