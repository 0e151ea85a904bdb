SELECT balance * 3 AS a, balance + total AS b, balance - 1.25 AS c, -balance AS d, mod(balance, 2) AS e FROM web.users
