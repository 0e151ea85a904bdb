SELECT count(*) FROM web.ad_events e TABLESAMPLE BERNOULLI (10) WHERE e.datetime = '2019-03-27-16'
