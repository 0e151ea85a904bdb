WITH web AS (SELECT user_id, visits FROM web.users) SELECT web.user_id FROM web WHERE web.visits > 2
