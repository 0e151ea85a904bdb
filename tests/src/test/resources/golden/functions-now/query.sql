SELECT current_timestamp AS now, current_date AS today FROM web.users
