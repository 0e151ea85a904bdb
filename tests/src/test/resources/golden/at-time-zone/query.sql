SELECT seen AT TIME ZONE 'Europe/Zurich' AS a, position('a' IN name) AS b FROM web.users
