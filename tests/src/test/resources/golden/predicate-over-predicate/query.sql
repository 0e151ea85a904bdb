SELECT user_id FROM web.users WHERE (visits > 1) IS NULL AND (name LIKE 'x%') = active AND (visits IN (1, 2)) IS NOT NULL AND starts_with(name, 'a') IS NULL AND (visits BETWEEN 1 AND 2) IS NULL
