SELECT * FROM (SELECT country, active, visits FROM web.users) PIVOT (max(visits) FOR (country, active) IN (('ch', true), ('de', false) AS inactive))
