SELECT 1 AS one FROM web.users WHERE visits > 3 GROUP BY ()
