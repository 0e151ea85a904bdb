SELECT transform(nums, x -> x + 1) AS a, filter(nums, x -> x > 1) AS b, any_match(nums, x -> x > 1) AS c, reduce(nums, 0, (s, x) -> s + x, s -> s) AS d FROM web.clicks
