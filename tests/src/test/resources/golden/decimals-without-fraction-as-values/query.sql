SELECT 7. AS a, -7. + visits AS b, DECIMAL '9223372036854775808' AS c FROM web.users WHERE visits > 7.
