SELECT datetime, count(*) AS visits FROM web.old_visits WHERE datetime BETWEEN '2019-03-27-16' AND '2019-03-28-02' GROUP BY datetime ORDER BY datetime
