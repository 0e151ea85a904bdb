SELECT click_id, dwell FROM web.clicks_stale WHERE datetime >= '2019-03-28-00'
