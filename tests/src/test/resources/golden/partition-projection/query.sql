SELECT slot, count(*) AS n FROM web.impressions WHERE day = '2019-03-28' GROUP BY slot
