SELECT u.name, c.click_id FROM web.users u LEFT JOIN web.clicks c ON c.user_id = u.user_id
