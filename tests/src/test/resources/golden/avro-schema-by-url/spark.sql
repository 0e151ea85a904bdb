SELECT `ad_events_by_url`.`event_id`, `ad_events_by_url`.`kind`
FROM `web.ad_events_by_url` AS `ad_events_by_url`
WHERE `ad_events_by_url`.`datetime` = '2019-03-27-22'
