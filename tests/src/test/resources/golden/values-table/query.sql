SELECT t.a, t.b FROM (VALUES (1, 'x'), (2, CAST(NULL AS varchar))) AS t (a, b)
