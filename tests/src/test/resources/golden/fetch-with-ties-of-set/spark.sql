SELECT `_t`.`_c0` AS `name`
FROM (SELECT `t`.`name` AS `_c0`, RANK() OVER (ORDER BY `t`.`name` NULLS LAST) AS `_rank`
    FROM (SELECT `users`.`name`
          FROM `web.users` AS `users`
          UNION ALL
          SELECT `beacons`.`kind`
          FROM `web.beacons` AS `beacons`) AS `t`) AS `_t`
WHERE `_t`.`_rank` <= 2
ORDER BY 1 NULLS LAST
