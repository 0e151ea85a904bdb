SELECT event_id, kind FROM web.ad_events_by_url WHERE datetime = '2019-03-27-22'
