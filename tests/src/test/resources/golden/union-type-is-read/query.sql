SELECT reading_id, payload FROM web.readings
