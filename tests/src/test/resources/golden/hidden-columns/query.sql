SELECT "$path", max("$size") AS size, count(*)
FROM web.users
WHERE "$path" LIKE 's3://%'
GROUP BY "$path"
