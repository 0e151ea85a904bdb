SELECT visits AS score FROM web.users QUALIFY rank() OVER (ORDER BY visits) < 3 ORDER BY score + 1
