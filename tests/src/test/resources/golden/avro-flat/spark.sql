SELECT `beacons`.`kind`, COUNT(*) AS `n`
FROM `web.beacons` AS `beacons`
GROUP BY `beacons`.`kind`
