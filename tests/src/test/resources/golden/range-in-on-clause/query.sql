SELECT u.name FROM web.users u LEFT JOIN web.rolls r ON u.visits = r.amount AND r.region LIKE 'e%'
