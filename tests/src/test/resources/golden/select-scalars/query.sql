SELECT click_id, url, price, score FROM web.clicks WHERE price > 1.50 AND url IS NOT NULL
