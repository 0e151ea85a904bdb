SELECT click_id, cardinality(nums) AS n, element_at(nums, 2) AS second, element_at(tags, 'x') AS x FROM web.clicks WHERE contains(names, 'a')
