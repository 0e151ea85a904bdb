SELECT os FROM web.recent_clicks
