SELECT 'it''s', 'a\b', 'ü — 日本' FROM web.users WHERE name = 'O''Neil\'
