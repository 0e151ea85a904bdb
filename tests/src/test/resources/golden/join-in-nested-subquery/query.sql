SELECT x.os FROM (SELECT c.device.os AS os FROM web.clicks c JOIN web.users u ON u.user_id = c.user_id) x
