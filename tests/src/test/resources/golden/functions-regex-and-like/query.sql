SELECT user_id FROM web.users WHERE name LIKE 'A\_%' AND name NOT LIKE '%!%%' ESCAPE '!' AND regexp_like(name, '^[A-Z]\d+') AND regexp_extract(name, '(\d+)-(\d+)', 2) = '7'
