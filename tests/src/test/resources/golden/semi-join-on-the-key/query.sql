SELECT c.click_id FROM web.clicks c JOIN web.old_visits v ON c.datetime = v.datetime WHERE v.datetime LIKE '2019-03-28%' OR v.datetime IN ('2019-03-27-23')
