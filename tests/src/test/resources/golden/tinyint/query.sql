SELECT reading_id, level FROM web.readings WHERE level > 3
