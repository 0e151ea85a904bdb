SELECT b.bidder, count(*) AS n FROM web.ad_events a CROSS JOIN UNNEST(a.bids) AS b (bidder, cpm) GROUP BY b.bidder ORDER BY n DESC
