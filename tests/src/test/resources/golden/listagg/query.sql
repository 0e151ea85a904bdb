SELECT country, listagg(name, ', ') WITHIN GROUP (ORDER BY visits DESC, name), listagg(DISTINCT name) WITHIN GROUP (ORDER BY name) FROM web.users GROUP BY country
