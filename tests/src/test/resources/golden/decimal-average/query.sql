SELECT avg(balance) AS mean, sum(balance) AS total FROM web.users
