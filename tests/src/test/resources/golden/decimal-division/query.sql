SELECT balance / 3 AS third, balance / balance AS one FROM web.users
