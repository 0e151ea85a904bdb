SELECT slot, count(*) AS n FROM web.impressions WHERE day = '2019-03-26' GROUP BY slot
