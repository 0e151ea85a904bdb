SELECT campaign_id, amount FROM web.budgets WHERE month = '2019-03'
