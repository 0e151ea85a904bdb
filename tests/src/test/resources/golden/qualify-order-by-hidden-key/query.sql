SELECT c.user_id
FROM web.clicks c
QUALIFY rank() OVER (PARTITION BY c.user_id ORDER BY c.price DESC) = 1
ORDER BY c.price DESC, c.device.os
LIMIT 10
