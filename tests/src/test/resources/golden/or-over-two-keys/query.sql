SELECT roll_id, amount FROM web.rolls WHERE (region = 'eu' AND datetime >= '2019-03-28') OR (region = 'us' AND datetime = '2019-03-27')
