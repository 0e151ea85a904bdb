SELECT upload_id FROM web.uploads WHERE day = '2019-03-28'
