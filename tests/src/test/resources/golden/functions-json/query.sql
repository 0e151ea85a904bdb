SELECT json_extract_scalar(profile, '$.a.b') AS a, json_extract_scalar(profile, '$.list[0]') AS b FROM web.users
