WITH u AS (SELECT country, visits FROM web.users) SELECT a.country, b.visits FROM u a JOIN u b ON a.country = b.country
