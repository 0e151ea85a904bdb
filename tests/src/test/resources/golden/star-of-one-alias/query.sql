SELECT u.*, c.click_id FROM web.users u JOIN web.clicks c ON c.user_id = u.user_id
