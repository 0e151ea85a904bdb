SELECT visits / 7 AS weeks, visits % 7 AS rest, mod(total, 3) AS m, -visits AS less FROM web.users
