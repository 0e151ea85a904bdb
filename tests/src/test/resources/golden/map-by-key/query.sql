SELECT click_id, tags['source'] AS source FROM web.clicks
