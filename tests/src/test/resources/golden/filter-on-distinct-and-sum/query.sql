SELECT count(DISTINCT user_id) FILTER (WHERE visits > 3) AS users, sum(balance) FILTER (WHERE active AND born IS NULL) AS balance, avg(visits) FILTER (WHERE active) AS visits FROM web.users
