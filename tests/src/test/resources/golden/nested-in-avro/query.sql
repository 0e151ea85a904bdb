SELECT a.event_id, a.device.os FROM web.ad_events a WHERE a.datetime >= '2019-03-28'
