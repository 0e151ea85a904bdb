WITH recent AS (SELECT datetime, user_id FROM web.clicks) SELECT r.user_id FROM recent r WHERE substr(r.datetime, 1, 10) = '2019-03-28'
