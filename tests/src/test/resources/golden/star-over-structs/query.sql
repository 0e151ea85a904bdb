SELECT * FROM web.clicks WHERE datetime = '2019-03-28-00'
