SELECT reading_id FROM web.readings
