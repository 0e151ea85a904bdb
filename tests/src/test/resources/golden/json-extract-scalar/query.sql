SELECT json_extract_scalar(profile, '$.a.b') AS a FROM web.users
