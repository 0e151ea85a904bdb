SELECT c.click_id, name, place FROM web.clicks c CROSS JOIN UNNEST(c.names) WITH ORDINALITY AS n (name, place) WHERE place <= 3
