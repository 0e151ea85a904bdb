SELECT c.click_id FROM web.clicks c WHERE c.datetime = '2019-03-28-00' UNION ALL SELECT c.click_id FROM web.clicks c WHERE c.price IS NULL
