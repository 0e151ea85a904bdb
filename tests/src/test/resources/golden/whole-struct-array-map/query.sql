SELECT click_id, device, items, tags FROM web.clicks
