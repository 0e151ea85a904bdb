SELECT t.click_id FROM (SELECT click_id FROM web.clicks ORDER BY price DESC LIMIT 5) t
