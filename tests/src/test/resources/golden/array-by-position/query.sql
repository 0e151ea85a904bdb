SELECT click_id, nums[1] AS first, nums[dwell] AS nth FROM web.clicks
