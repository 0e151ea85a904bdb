SELECT user_id, visits FROM web.users ORDER BY visits DESC, name ASC
