SELECT name, visits AS v FROM web.users ORDER BY v DESC, lower(country) FETCH FIRST 3 ROWS WITH TIES
