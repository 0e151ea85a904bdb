SELECT * FROM (SELECT visit_id, page, datetime FROM web.old_visits) PIVOT (count(*) FOR page IN ('/' AS home)) p WHERE p.datetime >= '2019-03-27-16'
