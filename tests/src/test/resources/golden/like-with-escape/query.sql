SELECT user_id FROM web.users WHERE name LIKE '50!%%' ESCAPE '!' AND name LIKE 'a\b%' AND regexp_like(name, '^[A-Z]+x')
