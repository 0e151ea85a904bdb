SELECT DISTINCT c.device.geo, c.click_id, c.device.geo AS place FROM web.clicks c WHERE (c.device.geo.city = 'Riga' OR 55 < c.device.geo.lat) AND c.click_id > 3 ORDER BY 2 DESC
