SELECT value, year, month, day, hour, position, count, date, timestamp, "user", "order", "group", "table", tag, "offset"
FROM web.words
WHERE year = 2019 AND date >= '2019-03' AND "order" <> 'x'
