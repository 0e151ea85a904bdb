SELECT a.click_id FROM web.clicks a JOIN web.clicks b ON a.user_id = b.user_id WHERE a.datetime = '2019-03-27-22' AND b.datetime LIKE '2019-04%'
