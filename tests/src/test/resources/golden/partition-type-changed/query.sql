SELECT click_id, code FROM web.clicks_retyped
