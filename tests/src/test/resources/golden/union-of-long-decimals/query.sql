SELECT CAST(balance AS decimal(30,2)) AS d FROM web.users UNION ALL SELECT CAST(total AS decimal(38,0)) FROM web.users
