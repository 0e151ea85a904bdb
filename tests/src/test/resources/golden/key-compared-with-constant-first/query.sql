SELECT click_id FROM web.clicks WHERE '2019-03-28-01' <= datetime
