SELECT `b`.`item`.`bidder`, COUNT(*) AS `n`
FROM `web.ad_events` AS `a`
  CROSS JOIN LATERAL EXPLODE(`a`.`bids`) AS `b` (`item`)
GROUP BY `b`.`item`.`bidder`
ORDER BY `n` DESC
