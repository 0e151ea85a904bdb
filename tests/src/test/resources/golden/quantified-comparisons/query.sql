SELECT name FROM web.users WHERE visits = ANY (SELECT visits FROM web.users WHERE active) AND country <> ALL (VALUES 'ch', 'de')
