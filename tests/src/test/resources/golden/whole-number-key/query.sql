SELECT roll_id FROM web.rolls WHERE bucket = 1 AND region = 'eu'
