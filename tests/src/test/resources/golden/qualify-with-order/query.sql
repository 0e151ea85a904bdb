SELECT user_id, click_id, row_number() OVER (PARTITION BY user_id ORDER BY happened DESC) AS place
FROM web.clicks
QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY happened DESC) <= 3
ORDER BY user_id, place
