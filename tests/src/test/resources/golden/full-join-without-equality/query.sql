SELECT u.name, s.pages FROM web.users u FULL JOIN web.sessions_by_name s ON u.visits > s.pages
