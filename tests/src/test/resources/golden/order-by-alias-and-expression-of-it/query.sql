SELECT visits AS score FROM web.users ORDER BY score + 1 DESC, score
